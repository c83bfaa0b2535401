"""Where people can change and add files of an edition, and look back: on the host of its repository. Pure; no Sphinx.

The forms of the addresses are those that the hosts themselves link to. GitHub's form for a new file can be filled in
with name and content (https://github.com/isaacs/github/issues/1527), GitLab's with the name only: its editor leaves
the content out (https://gitlab.com/gitlab-org/gitlab/-/work_items/594214).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS = ("address", "branch", "host")


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of host: what stands before the names of its pages, and how its form for new files is filled in.

    `content` is empty where the form takes none. `issue` is the page on which people begin an issue.
    """

    before: str
    name: str
    content: str
    issue: str


HOSTS = {
    "github": Host("", "filename", "value", "issues/new/choose"),
    "gitlab": Host("/-", "file_name", "", "issues/new"),
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository and the branch of it that is published; paths are relative to its root."""

    address: str
    branch: str
    host: Host

    @property
    def fills_in(self) -> bool:
        """Whether the form for a new file comes with content."""
        return bool(self.host.content)

    @property
    def issue(self) -> str:
        """The address of a form with which people tell of a mistake."""
        return f"{self.address}{self.host.before}/{self.host.issue}"

    def edit(self, path: str) -> str:
        """Return the address of a file's editor."""
        return self._page("edit", path)

    def history(self, path: str) -> str:
        """Return the address of the list of changes to a file."""
        return self._page("commits", path)

    def new(self, path: str, content: str) -> str:
        """Return the address of a form for a new file, with its name and, where the host takes it, its content."""
        fields = {self.host.name: path} | ({self.host.content: content} if self.fills_in else {})
        return f"{self._page('new')}?{urlencode(fields, quote_via=quote)}"

    def _page(self, name: str, path: str = "") -> str:
        return f"{self.address}{self.host.before}/{name}/" + quote(f"{self.branch}/{path}" if path else self.branch)


def repository_of(setting: Mapping[str, str]) -> Repository | None:
    """Return the repository that an edition names in its settings, None if it names none; a wrong one is a ValueError.

    `address` is where people find or clone it; an empty one means that nobody knows it yet.
    """
    if unknown := sorted(setting.keys() - set(SETTINGS)):
        msg = f"The repository has no setting {unknown[0]!r}. Its settings are {', '.join(SETTINGS)}."
        raise ValueError(msg)
    address, branch, host = (setting.get(name, "") for name in SETTINGS)
    if not address:
        return None
    parts = urlsplit(address)
    # Whoever is named before an `@` would stand on every page, with a password perhaps.
    named = parts.hostname and parts.path.strip("/") and "@" not in parts.netloc
    if parts.scheme != "https" or not named or parts.query or parts.fragment:
        msg = f"The address of the repository is not one: {address!r}. It begins with https:// and names a project."
        raise ValueError(msg)
    if host not in HOSTS:
        msg = f"The repository's kind of host is not known: {host!r}. The kinds are {', '.join(HOSTS)}."
        raise ValueError(msg)
    if not branch:
        msg = "The repository has no branch. Name the one that is published, such as 'main'."
        raise ValueError(msg)
    return Repository(address.rstrip("/").removesuffix(".git"), branch, HOSTS[host])
