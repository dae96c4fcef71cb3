#!/usr/bin/python3
"""A window with WebKit in it, for tests/e2e/support/webkit.mjs.

WebKitGTK's own test browser, MiniBrowser, keeps nothing while it is automated. This one has a profile
that outlives it, downloads into a folder, and can be told what to do without and how little to store.
What the page asks the network for, and what it says in its console, goes to the standard output.
"""
import argparse
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

options = argparse.ArgumentParser()
options.add_argument("--profile", required=True, help="the folder that keeps everything")
options.add_argument("--downloads", required=True, help="the folder for downloads")
options.add_argument("--without", action="append", default=[], help="a feature to switch off")
options.add_argument("--quota", type=int, help="how many bytes an origin may store")
asked = options.parse_args()

limits = {}
if asked.quota:
    # WebKit takes the quota as a share of the disk.
    disk = os.statvfs(asked.profile)
    share = asked.quota / (disk.f_blocks * disk.f_frsize)
    limits = {"origin_storage_ratio": share, "total_storage_ratio": share}
data = WebKit2.WebsiteDataManager(
    base_data_directory=f"{asked.profile}/data", base_cache_directory=f"{asked.profile}/cache", **limits
)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)

settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
features = WebKit2.Settings.get_all_features()
unknown = set(asked.without)
for feature in (features.get(i) for i in range(features.get_length())):
    name = feature.get_identifier()
    if name in asked.without:
        settings.set_feature_enabled(feature, False)
        unknown.discard(name)
if unknown:
    options.error(f"this WebKit has no feature {unknown}")


def open_window(_session):
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    view.connect("resource-load-started", lambda _view, _resource, request: print("REQUEST", request.get_uri(), flush=True))
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    view.connect("close", lambda _view: window.destroy())
    window.show_all()
    return view


def start_session(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("WebKitGTK")
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(info)
    session.connect("create-web-view::window", open_window)
    session.connect("create-web-view::tab", open_window)


def start_download(_context, download):
    def decide(download, name):
        download.set_destination(f"file://{asked.downloads}/{name}")
        return True

    download.connect("decide-destination", decide)


context.connect("automation-started", start_session)
context.connect("download-started", start_download)
Gtk.main()
