"""Groups that grow by joining: a union-find whose answers do not depend on the order of joins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)


class Groups(Generic[T]):
    """Each member stands for itself at first; a group is named by its least member."""

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    def find(self, member: T) -> T:
        """The name of the member's group."""
        parent = self._parent
        root = parent.setdefault(member, member)
        while parent[root] != root:
            root = parent[root]
        while parent[member] != root:
            parent[member], member = root, parent[member]
        return root

    def join(self, one: T, other: T) -> T:
        """Make the two groups one; returns its name."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first
        return first

    def all(self) -> list[list[T]]:
        """All groups, each in the order its members were named."""
        found: dict[T, list[T]] = {}
        for member in list(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return list(found.values())
