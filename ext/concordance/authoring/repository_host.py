"""Where readers change and add files of an edition, and see their history: on the host of its repository.

The forms of the addresses are those that the hosts themselves link to. GitHub's form for a new file can be filled in
with name and content (https://github.com/isaacs/github/issues/1527), GitLab's with the name only, as its editor ignores
the content (https://gitlab.com/gitlab-org/gitlab/-/work_items/594214).
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
    """How a kind of host forms its addresses."""

    before: str
    """What comes before the names of its pages."""
    name: str
    """Parameter of its form for new files that takes the name."""
    content: str
    """Parameter of that form that takes the content, empty where there is none."""
    issue: str
    """Path of the page on which readers report a mistake."""
    private: str
    """Path of the page on which a security problem is reported, for maintainers alone to see."""


HOSTS = {
    "github": Host("", "filename", "value", "issues/new/choose", "security/advisories/new"),
    "gitlab": Host("/-", "file_name", "", "issues/new", "issues/new?issue[confidential]=true"),
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository; paths of files are relative to its root."""

    address: str
    """The address of its page, without a slash at the end."""
    branch: str
    """The branch that is published."""
    host: Host

    @property
    def fills_in(self) -> bool:
        """Whether the form for a new file comes with content."""
        return bool(self.host.content)

    @property
    def issue(self) -> str:
        """The address of a form with which readers report a mistake."""
        return f"{self.address}{self.host.before}/{self.host.issue}"

    @property
    def private_report(self) -> str:
        """The address of a form with which a security problem is reported privately."""
        return f"{self.address}{self.host.before}/{self.host.private}"

    def edit(self, path: str) -> str:
        """Return the address of the editor of a file."""
        return self._page("edit", path)

    def history(self, path: str) -> str:
        """Return the address of the list of changes to a file."""
        return self._page("commits", path)

    def new(self, path: str, content: str) -> str:
        """Return the address of a form for a new file, with its name and, where the host accepts it, its content."""
        fields = {self.host.name: path} | ({self.host.content: content} if self.fills_in else {})
        return f"{self._page('new')}?{urlencode(fields, quote_via=quote)}"

    def _page(self, name: str, path: str = "") -> str:
        return f"{self.address}{self.host.before}/{name}/" + quote(f"{self.branch}/{path}" if path else self.branch)


def repository_of(setting: Mapping[str, str]) -> Repository | None:
    """Return the repository in the settings of an edition, or None if they name none.

    The settings are `address`, where readers find or clone the repository, `branch`, and `host`, a key of `HOSTS`, or
    nothing if the name of the host tells which. An empty address means that it is not known yet.

    Raises `ValueError`, with what is wrong and what is right, if a setting is wrong.
    """
    if unknown := sorted(setting.keys() - set(SETTINGS)):
        msg = f"The repository has no setting {unknown[0]!r}. Its settings are {', '.join(SETTINGS)}."
        raise ValueError(msg)
    address, branch, host = (setting.get(name, "") for name in SETTINGS)
    if not address:
        return None
    parts = urlsplit(address)
    # A name before an `@` would appear on every page, perhaps with a password.
    named = parts.hostname and parts.path.strip("/") and "@" not in parts.netloc
    if parts.scheme != "https" or not named or parts.query or parts.fragment:
        msg = f"The address of the repository is not one: {address!r}. It begins with https:// and names a project."
        raise ValueError(msg)
    host = host or _kind_of_host(str(parts.hostname))
    if host not in HOSTS:
        msg = f"The repository's kind of host is not known: {host!r}. The kinds are {', '.join(HOSTS)}."
        raise ValueError(msg)
    if not branch:
        msg = "The repository has no branch. Name the one that is published, such as 'main'."
        raise ValueError(msg)
    return Repository(address.rstrip("/").removesuffix(".git"), branch, HOSTS[host])


def _kind_of_host(name: str) -> str:
    """Return the key of the host with this name; one's own GitLab is as a rule called so, and else GitHub is meant."""
    return next((kind for kind in HOSTS if kind in name.split(".")), next(iter(HOSTS)))
