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
    from importlib.metadata import PackageMetadata

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
    needed = _find_packages(requirements)
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


def _find_packages(names: Iterable[str]) -> dict[str, PackageMetadata]:
    """Return what is known of the installed packages that have these names, and of those that these need, by name."""
    needed: dict[str, PackageMetadata] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        try:
            needed[name] = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            # Needed on other systems only.
            continue
        waiting += _names(_requires(needed[name]))
    return needed


def _requires(package: PackageMetadata) -> list[str]:
    return package.get_all("Requires-Dist") or []


def _names(requirements: Iterable[str], extra: str = "") -> Iterator[str]:
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield canonicalize_name(requirement.name)


def _below(package: PackageMetadata, needed: Mapping[str, PackageMetadata]) -> set[str]:
    return {name for name in _names(_requires(package)) if name in needed}


def _component(name: str, package: PackageMetadata) -> dict[str, Any]:
    component = {"type": "library", "bom-ref": name, "name": name, "version": package["Version"]}
    component["purl"] = f"pkg:pypi/{name}@{package['Version']}"
    fields = {name: package.get_all(name) or [""] for name in ("Classifier", "License-Expression", "License")}
    if expression := fields["License-Expression"][0]:
        return {**component, "licenses": [{"expression": expression}]}
    licences = [line.removeprefix(CLASSIFIER) for line in fields["Classifier"] if line.startswith(CLASSIFIER)]
    # Some packages put the whole words of their licence there.
    if not licences and (words := fields["License"][0]) and "\n" not in words:
        licences = [words]
    return (
        {**component, "licenses": [{"license": {"name": licence}} for licence in licences]} if licences else component
    )
