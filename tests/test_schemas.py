"""Schemas, settings and references made from the models: fresh, and as strict as the models are."""

from __future__ import annotations

import json

import jsonschema
import pytest

from corpus.editors.schemas import _BODIES, make_schema
from corpus.read.corpus_files import CorpusFiles
from corpus.schema import FrontMatter
from corpus.strict_yaml import load


def test_snippets_begin_every_required_field():
    assert _BODIES.keys() == {key for key, field in FrontMatter.model_fields.items() if field.is_required()}


def test_generated_files_are_fresh(command):
    done = command("write_schemas", "--check")
    assert done.returncode == 0, f"run scripts/write_schemas.py:\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("key", ["title", "issuer", "source"])
def test_the_schema_refuses_a_missing_and_an_unknown_field(key, corpus_root):
    validator = jsonschema.Draft202012Validator(make_schema("plan"))
    text = CorpusFiles(corpus_root).plans[0].read_text("utf-8").split("\n---\n")[0].removeprefix("---\n")
    data = load(text).data
    assert validator.is_valid(data)
    assert not validator.is_valid({k: v for k, v in data.items() if k != key})
    assert not validator.is_valid({**data, "tieu-de": "x"})


def test_vs_code_maps_each_schema_to_files_there_are(root):
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    for schema, pattern in settings["yaml.schemas"].items():
        assert (root / schema).is_file()
        assert list(root.glob(pattern)), pattern
