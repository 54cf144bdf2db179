"""MkDocs hooks: each hands one event to the library. Nothing else belongs here."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from corpus.build import SiteBuild
from corpus.pages.about import markdown_copy
from corpus.pages.as_markdown import write_copy
from corpus.pages.head import alternate_link, head_html, needs_copy
from corpus.pages.outline import ids, nest
from corpus.pages.page import Content, with_notice
from corpus.pages.shell import without_indents
from corpus.pages.sitemap import write_sitemaps
from corpus.pages.table_cards import TableCards
from corpus.policy import POLICY
from corpus.problem import CorpusError

DEEPEST_IN_OUTLINE = 4


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read, link and check the corpus, unless the caller did; one that does not hold stops the build."""
    config.extra["policy"] = POLICY
    config.markdown_extensions.append(TableCards())
    if "build" in config.extra:
        return config
    try:
        config.extra["build"] = SiteBuild.prepare(Path(config.config_file_path).parent)
    except CorpusError as error:
        raise PluginError(str(error)) from error
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and the received files, and note what the site is to hold."""
    build = config.extra["build"]
    address, base = config.site_url or None, config.extra.get("base")
    pages = config.extra["pages"] = {page.path: page for page in build.pages(address, base)}
    config.extra["contents"] = {}  # of the pages that the engine is reading
    config.extra["mapped"] = []  # addresses of the pages that search engines should know
    for path in pages:
        files.append(File.generated(config, path, content=""))
    for name, path in build.received_files():
        files.append(File.generated(config, name, abs_src_path=str(path)))
    sheets = [file for file in files if file.src_uri.startswith("assets/stylesheets/")]
    config.extra["theme_sheets"] = [Path(str(file.abs_src_path)) for file in sheets if file.src_uri.endswith(".css")]
    for file in sheets:  # one sheet is made of them
        files.remove(file)
    # MkDocs leaves the method without types.
    included = [file for file in files if file.inclusion.is_included()]  # type: ignore[no-untyped-call]
    config.extra["written"] = [file.dest_uri for file in included]
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the engine nothing to read of a generated page, and its title as HTML, as the theme prints it."""
    made = config.extra["pages"].get(page.file.src_uri)
    if not made:
        config.extra["mapped"].append(page.url)
        page.meta["head"] = alternate_link(markdown_copy(page.url), page.url)
        return markdown
    content = config.extra["contents"][page.file.src_uri] = made.write(config.extra.get("watch"))
    if content.searched:
        config.extra["mapped"].append(made.url)
    page.meta = {
        "title": escape(content.title),
        "short": escape(content.short or content.title),
        "hide": list(content.hide),
        "head": head_html(content, made.url, config.site_url),
    }
    if content.about:
        page.meta["description"] = escape(content.about.description)
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand over a generated page as the HTML that it is, with its outline and its addresses.

    A page that has no Markdown of its own gets it from its HTML.
    """
    content: Content | None = config.extra["contents"].pop(page.file.src_uri, None)
    if not content:
        html = with_notice(Markup(html), config.extra["build"].overview.corpus.notice)
    if not content or needs_copy(content, page.url):
        write_copy(Path(config.site_dir), page.url, content.html if content else html)
    if not content:
        return html
    outline = nest([heading for heading in content.outline if heading.level <= DEEPEST_IN_OUTLINE])
    page.toc = get_toc(outline)  # type: ignore[arg-type]  # MkDocs keeps the type of an entry to itself
    page.present_anchor_ids = set(ids(content.html))
    return content.html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out what the theme's statements leave of themselves."""
    return without_indents(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the published data and the search index into the finished site."""
    site = Path(config.site_dir)
    if config.site_url:
        write_sitemaps(site, config.site_url, config.extra["mapped"])
    config.extra["build"].finish(
        site,
        Path(config.docs_dir) / "assets",
        config.extra["theme_sheets"],
        config.site_url or None,
        config.extra.get("base"),
        config.extra.get("kept"),
    )
