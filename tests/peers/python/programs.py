"""Running the blocks of VERIFY.md. What they print is all that counts."""

import contextlib
import io
import json
import os
import subprocess
from pathlib import Path


def shell(code, folder):
    """Runs a block of shell: whether every command of it succeeded, and what it printed."""
    done = subprocess.run(["bash", "-ec", code], cwd=folder, capture_output=True)
    return done.returncode == 0, done.stdout.decode()


def python(code, folder):
    """Runs a block of Python in this very interpreter, as starting one takes long; the output, or why there is none."""
    output, here = io.StringIO(), os.getcwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(code, "VERIFY.md", "exec"), {})
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        os.chdir(here)
    return output.getvalue()


class Node:
    """Runs blocks of JavaScript, all in one process."""

    def __init__(self):
        script = Path(__file__).parent.parent / "node/blocks.js"
        self.process = subprocess.Popen(["node", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, code, folder):
        self.process.stdin.write(json.dumps({"code": code, "folder": str(folder)}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()
