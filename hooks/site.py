"""MkDocs hooks: each hands one event to the library. Nothing else belongs here."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from corpus.build import SiteBuild
from corpus.problem import CorpusError


def on_config(config):
    """Read, link and check the corpus, unless the caller did; one that does not hold stops the build."""
    if "build" in config.extra:
        return config
    try:
        config.extra["build"] = SiteBuild.prepare(Path(config.config_file_path).parent)
    except CorpusError as error:
        raise PluginError(str(error)) from error
    return config


def on_files(files, config):
    """Add the generated pages and the received files, and note what the site is to hold."""
    build = config.extra["build"]
    for page in build.pages():
        files.append(File.generated(config, page.path, content=page.markdown))
    for name, path in build.received_files():
        files.append(File.generated(config, name, abs_src_path=str(path)))
    config.extra["written"] = [file.dest_uri for file in files if file.inclusion.is_included()]
    return files


def on_post_build(config):
    """Write the published data and the search index into the finished site."""
    config.extra["build"].finish(Path(config.site_dir), Path(config.docs_dir) / "assets")
