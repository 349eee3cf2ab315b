"""What .ci/check-pyyaml runs beside the installed PyYAML."""

import pathlib
import random
import subprocess
import sys

import yaml

TOOL, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = pathlib.Path("../shared/samples")
EPISODES = 2_000

WORDS = "the tide and harbour of somebody it's don't lamp then boats a we café 灯台 🎙".split()
SIGNS = """yes no On ~ null << = 0x1F 1.5e+3 .inf -1 017 1_000 1:40 0:12 2001-01-02 - -- --- ... ? : a: :b # #c c#d &x *y !z | > % @ ` { } ,
[ ] (1:02) [laughs] Ada: <!-- --> ' '' " "so" \\ \t \n \n\n \xa0 \ufeff \x07 \x7f""".split(" ")


def text(rng):
    """Words with what YAML has a meaning for among them."""
    if rng.random() < 0.1:
        return rng.choice(SIGNS)
    parts = []
    for _ in range(rng.choice([0, 1, 2, 3, 6, 14, 40, 90])):
        parts.append(rng.choice(SIGNS if rng.random() < 0.15 else WORDS))
        parts.append("" if rng.random() < 0.03 else "  " if rng.random() < 0.03 else " ")
    words = "".join(parts)
    if rng.random() < 0.05:
        words = "o" * rng.randint(60, 140) + words
    return words if rng.random() < 0.1 else words.strip(" ")


def episode(rng):
    items, seconds = [], 0
    for _ in range(rng.randint(1, 8)):
        if rng.random() < 0.15:
            items.append({"header": text(rng)})
            continue
        seconds += rng.randint(1, 900)
        hours, rest = divmod(seconds, 3600)
        time = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
        item = {"line": text(rng), "who": rng.choice(["Ida", "Tove Lund", "no", "0:12", "O'Hara: host", text(rng) or "Ada"])}
        if rng.random() < 0.8:
            item |= {"sec": seconds, "time": time}
        items.append(item)
    if not any("line" in item for item in items):
        items.append({"line": "Yes.", "who": "Ida"})
    return items


def convert(page):
    """What the tool makes of a page, and its losses."""
    run = [TOOL, "convert", "-", "--to", "front-matter", "--isolated"]
    done = subprocess.run(run, input=page.encode(), capture_output=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f"exit code {done.returncode}: {done.stderr.decode()}\n{page}")
    return done.stdout.decode(), done.stderr.decode()


class QuotedTime(str):
    """A time that stays in quotes, as it stood in them, though PyYAML would leave them out: Ruby reads 0:12 as 720."""


yaml.SafeDumper.add_representer(
    QuotedTime, lambda dumper, time: dumper.represent_scalar("tag:yaml.org,2002:str", str(time), style="'"))


def dump(items):
    return yaml.safe_dump({"transcript": items}, allow_unicode=True)


def difference(expected, written):
    for number, (a, b) in enumerate(zip(expected.split("\n"), written.split("\n")), 1):
        if a != b:
            return f"line {number}\nPyYAML:     {a!r}\ntapescript: {b!r}"
    return "one goes on"


def generated():
    rng = random.Random(1)
    for number in range(EPISODES):
        page = f"---\ntitle: Lamps\n{dump(episode(rng))}---\n"
        written, complaints = convert(page)
        if written != page:
            sys.exit(f"episode {number} differs: {difference(page, written)}\n{complaints}")
    print(f"{EPISODES} generated episodes are written as PyYAML writes them.")


def block(page):
    """The lines of the key `transcript` in the front matter of a page; nil where there is none."""
    lines = page.split("\n")
    if "transcript:" not in lines or lines.count("---") < 2:
        return None
    start = lines.index("transcript:")
    end = start + 1
    while lines[end].startswith(("- ", "  ", "#")) or not lines[end]:
        end += 1
    return "\n".join(lines[start:end]) + "\n"


def samples():
    same = 0
    for path in sorted(SAMPLES.glob("*/*")):
        try:
            page = path.read_bytes().decode()
            source = block(page)
            items = yaml.safe_load(source)["transcript"] if source else None
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            print(f"{path} is not compared: PyYAML cannot read it ({str(error).split(chr(10))[0]})")
            continue
        if not isinstance(items, list) or not any("line" in item for item in items):
            continue
        if "  time: '0:" in source:
            items = [item | {"time": QuotedTime(item["time"])} if "time" in item else item for item in items]
        page, complaints = convert(page)
        # Blank lines of the file below the key and above what follows stay where they are.
        expected, written = dump(items), block(page).replace("transcript:\n\n", "transcript:\n").rstrip("\n") + "\n"
        if complaints:
            print(f"{path} is not compared: it has something that is no transcript ({complaints.strip()})")
        elif written != expected:
            sys.exit(f"{path} differs: {difference(expected, written)}")
        else:
            same += 1
    if same:
        print(f"{same} real transcripts are written as PyYAML writes them.")
    else:
        print("The collection of real transcripts is absent; what needs it was not tested.")


generated()
samples()
