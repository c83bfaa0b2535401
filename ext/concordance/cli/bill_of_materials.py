"""`bom.json`: what a site was made with, as CycloneDX (https://cyclonedx.org/docs/1.6/json/).

The library for this format gives each document a number and a date of its own, so that no two builds would be alike;
and what is needed of the format is a list of names, versions and licences.
"""

from __future__ import annotations

import importlib.metadata
import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import concordance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.metadata import Distribution

ENGINE = "concordance-edition"
# Where the engine has not been installed as a package, its requirements stand beside it.
PROJECT = Path(concordance.__file__).parents[2] / "pyproject.toml"
CLASSIFIER = "License :: OSI Approved :: "


def format_bill(edition: str, extra: str = "") -> str:
    """Return the bill of materials of the site of an edition, given its name: the engine, and all packages it runs on.

    `extra` is the extra of the engine, such as `downloads`, whose packages had a part in it, too. Packages that only
    tests need are not among them, whether or not they are installed.
    """
    requirements = [*_requirements(extra)]
    needed = _needed(requirements)
    engine = {"type": "application", "bom-ref": ENGINE, "name": ENGINE, "version": concordance.__version__}
    graph = [
        {"ref": "site", "dependsOn": [ENGINE]},
        {"ref": ENGINE, "dependsOn": sorted({name for name in requirements if name in needed})},
        *({"ref": name, "dependsOn": sorted(_below(package, needed))} for name, package in sorted(needed.items())),
    ]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "data", "bom-ref": "site", "name": edition}},
        "components": [engine, *(_component(name, package) for name, package in sorted(needed.items()))],
        "dependencies": graph,
    }
    return f"{json.dumps(bill, indent=1, ensure_ascii=False)}\n"


def _requirements(extra: str) -> Iterator[str]:
    """Yield the names of what the engine needs, with one of its extras."""
    try:
        return _names(importlib.metadata.requires(ENGINE) or [], extra)
    except importlib.metadata.PackageNotFoundError:
        with PROJECT.open("rb") as file:
            project = tomllib.load(file)["project"]
        return _names([*project["dependencies"], *project["optional-dependencies"].get(extra, [])])


def _needed(names: Iterable[str]) -> dict[str, Distribution]:
    """Return the installed packages that have these names, and those that these need, by name."""
    needed: dict[str, Distribution] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        try:
            needed[name] = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            # Needed on other systems only.
            continue
        waiting += _names(needed[name].requires or ())
    return needed


def _names(requirements: Iterable[str], extra: str = "") -> Iterator[str]:
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield canonicalize_name(requirement.name)


def _below(package: Distribution, needed: Mapping[str, Distribution]) -> set[str]:
    return {name for name in _names(package.requires or ()) if name in needed}


def _component(name: str, package: Distribution) -> dict[str, Any]:
    component = {"type": "library", "bom-ref": name, "name": name, "version": package.version}
    component["purl"] = f"pkg:pypi/{name}@{package.version}"
    fields = {name: package.metadata.get_all(name) or [""] for name in ("Classifier", "License-Expression", "License")}
    if expression := fields["License-Expression"][0]:
        return {**component, "licenses": [{"expression": expression}]}
    licences = [line.removeprefix(CLASSIFIER) for line in fields["Classifier"] if line.startswith(CLASSIFIER)]
    # Some packages put the whole words of their licence there.
    if not licences and (words := fields["License"][0]) and "\n" not in words:
        licences = [words]
    return (
        {**component, "licenses": [{"license": {"name": licence}} for licence in licences]} if licences else component
    )
