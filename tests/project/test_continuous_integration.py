"""What runs on the hosts of the repository: proposals of strangers among it."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from concordance.history.change_sentences import MISSING
from edition import ROOT, TINY, Edition
from repository import ALONE, git

WORKFLOWS = {path.name: path for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}
# All that a workflow may do beyond reading the repository.
MAY = {
    ("comment.yml", "list"): {"pull-requests": "read"},
    ("comment.yml", "comment"): {"pull-requests": "write"},
    ("publish.yml", "build"): {"pages": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
}


def read(path: Path) -> dict[str, Any]:
    # As text throughout: else the key `on` would be true.
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.fixture(params=WORKFLOWS)
def workflow(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    return request.param, read(WORKFLOWS[request.param])


def test_a_job_may_do_what_it_needs_and_no_more(workflow: tuple[str, dict[str, Any]]) -> None:
    name, content = workflow
    assert content["permissions"] == {}
    for job, settings in content["jobs"].items():
        beyond = {right: how for right, how in settings["permissions"].items() if (right, how) != ("contents", "read")}
        assert beyond == MAY.get((name, job), {})


def test_code_of_a_proposal_never_runs_with_the_right_to_write(workflow: tuple[str, dict[str, Any]]) -> None:
    content = workflow[1]
    assert "pull_request_target" not in content["on"]
    writes = any("write" in job["permissions"].values() for job in content["jobs"].values())
    assert not ("pull_request" in content["on"] and writes)
    for step in steps(content):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert "ref" not in step["with"], "a workflow that may write checks out the main branch"
        assert "${{" not in step.get("run", ""), "what strangers name would be run"


def test_actions_are_pinned_to_a_commit_that_is_called_by_its_version(workflow: tuple[str, dict[str, Any]]) -> None:
    lines = [line for line in WORKFLOWS[workflow[0]].read_text().splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r"\s*(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_images_are_pinned_by_digest_and_each_everywhere_by_the_same() -> None:
    template = ROOT / "ext" / "concordance" / "cli" / "template" / "workflow.yml.txt"
    files = [*WORKFLOWS.values(), ROOT / ".gitlab-ci.yml", template]
    named = re.findall(r"\bpython:(\S+)", "\n".join(path.read_text() for path in files))
    assert all(re.fullmatch(r"3\.\d+-bookworm@sha256:[0-9a-f]{64}", image) for image in named)
    assert len(set(named)) == len({image.partition("@")[0] for image in named}) == 4
    images = re.findall(r"^ +(?:container|image): (.+)$", "\n".join(path.read_text() for path in files), re.MULTILINE)
    assert {image for image in images if "@" not in image} == {"${{ matrix.image }}", "$IMAGE"}


def test_what_waits_for_a_workflow_names_one_that_is_there() -> None:
    waiting = read(WORKFLOWS["comment.yml"])["on"]["workflow_run"]["workflows"]
    assert set(waiting) <= {read(path)["name"] for path in WORKFLOWS.values()}


def test_every_script_and_every_command_that_is_run_is_there() -> None:
    settings = (".gitlab-ci.yml", ".pre-commit-config.yaml", ".vscode/tasks.json")
    files = [*WORKFLOWS.values(), *(ROOT / name for name in settings), *(ROOT / ".ci").iterdir()]
    run = "\n".join(line.partition("#")[0] for path in files for line in path.read_text().splitlines())
    scripts = set(re.findall(r"\.ci/[a-z]+", run))
    assert {".ci/run", ".ci/review", ".ci/comment"} <= scripts
    for script in scripts:
        assert os.access(ROOT / script, os.X_OK), script
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    commands = set(re.findall(r"\bmake (?:--silent )?([a-z-]+)", run))
    assert {"check", "changes", "test", "test-unit", "lint", "downloads"} <= commands <= targets


def test_both_hosts_run_the_same_scripts() -> None:
    github = "\n".join(path.read_text() for path in WORKFLOWS.values())
    for script in (".ci/run", ".ci/review", ".ci/bench", ".ci/python"):
        assert script in github
        assert script in (ROOT / ".gitlab-ci.yml").read_text()


def test_what_a_build_costs_holds_no_proposal_up() -> None:
    assert read(WORKFLOWS["proposal.yml"])["jobs"]["bench"]["continue-on-error"] == "true"
    assert read(ROOT / ".gitlab-ci.yml")["bench"]["allow_failure"] == "true"


def test_every_python_that_may_be_used_is_tested_on_both_hosts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert project["requires-python"] == f">={named[0]}"
    github = read(WORKFLOWS["proposal.yml"])["jobs"]["python"]
    gitlab = read(ROOT / ".gitlab-ci.yml")["python"]
    rows = github["strategy"]["matrix"]["include"]
    assert [row["python"] for row in rows] == named
    assert [row["image"].partition("@")[0] for row in rows] == [f"python:{version}-bookworm" for version in named]
    assert gitlab["parallel"]["matrix"] == [{"IMAGE": [row["image"] for row in rows]}]
    assert github["steps"][-1]["run"] == gitlab["script"][0] == ".ci/python"


def test_settings_name_no_address() -> None:
    settings = runpy.run_path(str(ROOT / "conf.py"))
    assert settings["html_baseurl"] == ""
    assert settings["concordance_repository"] == {"address": "", "branch": "main", "host": ""}


def test_no_edition_of_a_test_stands_where_the_site_is_to_be_published() -> None:
    published = ("SITE_URL", "REPOSITORY_URL", "REPOSITORY_BRANCH", "REPOSITORY_HOST")
    test = f"{__file__}::{test_settings_name_no_address.__name__}"
    environment = os.environ | dict.fromkeys(published, "https://example.org")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", test], env=environment, check=False, cwd=ROOT
    )
    assert done.returncode == 0


@pytest.fixture
def proposal(tmp_path: Path) -> Edition:
    """A proposal that changes a word of a text, and brings programs of its own that would leave a mark.

    It stands beside the main branch, in `main`, of which it is a clone.
    """
    main, fork = tmp_path / "main", tmp_path / "fork"
    Edition.copy(TINY, main)
    shutil.copytree(ROOT / ".ci", main / ".ci")
    command = f"{sys.executable} -m concordance.cli changes $(BASE) --of $(OF)"
    (main / "Makefile").write_text(f"changes:\n\t@PYTHONPATH={ROOT / 'ext'} {command}\n")
    git(main, "init", "--quiet", "--initial-branch=main")
    git(main, "add", "--all")
    git(main, "commit", "--quiet", "--message=x")
    git(main, "clone", "--quiet", str(main), str(fork))
    proposal = Edition(fork)
    proposal.change("source/rules/3.md", "open", "closed")
    act = f"touch {tmp_path}/marker; echo Nothing changes."
    proposal.write("Makefile", f"changes:\n\t@{act}\n")
    for script in (fork / ".ci").iterdir():
        script.write_text(f"#!/bin/sh\n{act}\n")
    git(fork, "add", "--all")
    git(fork, "commit", "--quiet", "--message=x")
    return proposal


def test_the_list_on_gitlab_is_made_by_the_code_that_a_proposal_began_from(proposal: Edition) -> None:
    given = {
        "CI_COMMIT_SHA": git(proposal.root, "rev-parse", "HEAD").strip(),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(proposal.root, "rev-parse", "HEAD^").strip(),
    }
    for line in read(ROOT / ".gitlab-ci.yml")["changes"]["script"]:
        subprocess.run(["bash", "-c", line], cwd=proposal.root, env=os.environ | ALONE | given, check=True)
    changes = (proposal.root / "build" / "changes.md").read_text()
    assert "**Words of a text change.**" in changes
    assert "  .ci/changes\n" in changes
    assert not (proposal.root.parent / "marker").exists()


def test_the_list_that_is_posted_is_made_by_the_code_of_the_main_branch(proposal: Edition, tmp_path: Path) -> None:
    main, left = tmp_path / "main", tmp_path / "left"
    (tmp_path / "gh").write_text("#!/bin/sh\necho 12\n")
    (tmp_path / "gh").chmod(0o755)
    git(main, "remote", "add", "origin", str(proposal.root))
    given = {
        "GH_REPO": "o/r",
        "HEAD_SHA": git(proposal.root, "rev-parse", "HEAD").strip(),
        "HEAD_OWNER": "s",
        "HEAD_BRANCH": "b",
    }
    environment = os.environ | ALONE | given | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    subprocess.run([str(main / ".ci" / "proposal"), str(left)], env=environment, check=True)
    assert (left / "number").read_text() == "12\n"
    assert "**Words of a text change.**" in (left / "changes.md").read_text()
    assert not (tmp_path / "marker").exists()
    # What cannot be read is told, too.
    (main / "Makefile").write_text("changes:\n\t@exit 2\n")
    subprocess.run([str(main / ".ci" / "proposal"), str(left)], env=environment, check=True)
    assert (left / "changes.md").read_text() == f"{MISSING}\n"


def test_packages_of_debian_come_from_the_snapshot_that_the_image_names(tmp_path: Path) -> None:
    image = tmp_path / "debian.sources"
    at = "snapshot.debian.org/archive/debian/20260101T000000Z"
    image.write_text(f"Types: deb\n# http://{at}\nURIs: http://deb.debian.org/debian\nSuites: bookworm\n")
    (tmp_path / ".ci").mkdir()
    script = tmp_path / ".ci" / "run"
    script.write_text((ROOT / ".ci" / "run").read_text().replace("/etc/apt/sources.list.d/debian.sources", str(image)))
    programs = {
        "make": "",
        "apt-get": 'for each; do case "$each" in *SourceParts=*) cat "${each#*=}"/*;; esac; done',
    }
    for name, does in programs.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{does}\n")
        (tmp_path / name).chmod(0o755)
    for name in ("bash", "cat", "dirname", "grep", "mktemp", "sed"):
        (tmp_path / name).symlink_to(shutil.which(name) or "")

    def installs_from(**asked: str) -> str:
        environment = {"PATH": str(tmp_path), **asked}
        return subprocess.run(["bash", str(script)], env=environment, check=True, capture_output=True, text=True).stdout

    assert installs_from(APT_SNAPSHOT="1") == 2 * f"Types: deb\nURIs: https://{at}\nSuites: bookworm\n"
    assert installs_from() == "", "a machine that is no image of the workflows has its own archive"


class Posting:
    """A folder as the other workflow leaves it, and a host that notes what is posted."""

    def __init__(self, folder: Path, number: str, changes: str) -> None:
        self.left, self.posted = folder / "left", folder / "posted"
        self.left.mkdir()
        (self.left / "number").write_text(number)
        (self.left / "changes.md").write_text(changes)
        host = folder / "gh"
        host.write_text(
            "#!/bin/sh\n"
            'case "$2" in\n'
            "*/pulls/*/files*) exit 1 ;;\n"
            "*/compare/*) echo decaf; exit ;;\n"
            "*/trees/decaf?*) echo false; exit ;;\n"
            '*/trees/c0ffee?*) echo false; echo \'["conf.py","100644","1"]\'; exit ;;\n'
            "*/pulls/*) echo c0ffee; exit ;;\n"
            "esac\n"
            f'echo "$3" >"{self.posted}"; shift 3; [ "$1" = --body-file ] && cat "$2" >>"{self.posted}"\n'
        )
        host.chmod(0o755)
        self.environment = {"PATH": f"{folder}:{os.environ['PATH']}", "GH_REPO": "o/r", "HEAD_SHA": "c0ffee"}

    def run(self, **environment: str) -> str | None:
        command = [str(ROOT / ".ci" / "comment"), str(self.left)]
        subprocess.run(command, env=self.environment | environment, check=False, capture_output=True)
        return self.posted.read_text() if self.posted.exists() else None


GOOD = "## What changes in the edition\n\nSince 0123456789.\n\n### Annotations\n\n```diff\n+ words\n```\n"


def test_what_changes_is_posted_where_it_belongs(tmp_path: Path) -> None:
    posted = Posting(tmp_path, "12\n", GOOD).run()
    assert posted is not None
    assert posted.startswith("12\n")
    assert posted.endswith(f"{GOOD}\n")
    # The host says which files a proposal changes.
    assert "\n  conf.py\n" in posted


@pytest.mark.parametrize("number", ["", "0", "12 13", "$(touch x)", "--repo=o/other", "1" * 12, "12\n13"])
def test_what_is_no_number_is_no_proposal(tmp_path: Path, number: str) -> None:
    assert Posting(tmp_path, number, GOOD).run() is None


def test_nothing_is_posted_to_a_proposal_that_is_not_the_one_looked_at(tmp_path: Path) -> None:
    assert Posting(tmp_path, "12", GOOD).run(HEAD_SHA="decaf") is None


def test_a_list_that_is_none_of_ours_is_not_posted(tmp_path: Path) -> None:
    posted = Posting(tmp_path, "12", "![seen](https://tracker.example) @everybody").run()
    assert posted is not None
    assert "tracker" not in posted
    assert "@" not in posted


def test_a_file_that_leads_elsewhere_is_not_read(tmp_path: Path) -> None:
    posting = Posting(tmp_path, "12", GOOD)
    (posting.left / "changes.md").unlink()
    (posting.left / "changes.md").symlink_to(ROOT / "README.md")
    assert posting.run() is None
