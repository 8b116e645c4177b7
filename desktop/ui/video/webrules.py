"""What the advisor's page may do in the application: our own origin, camera and microphone, nothing else."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl

if TYPE_CHECKING:
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

_PORTS: Final = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def available() -> bool:
    """Whether this installation has a web engine (the extra `video`); asks without loading it."""
    return find_spec("PySide6.QtWebEngineWidgets") is not None


def same_origin(one: QUrl, other: QUrl) -> bool:
    """Whether two addresses have the same scheme, name and port; no address has the origin of none."""
    return bool(one.host()) and _origin(one) == _origin(other)


def _origin(url: QUrl) -> tuple[str, str, int]:
    scheme = url.scheme().lower()
    return scheme, url.host().lower(), url.port(_PORTS.get(scheme, -1))


def may_open(url: QUrl, home: QUrl) -> bool:
    """Whether the view may go to `url` while its page is `home`: that page alone, or an empty one."""
    if url.scheme() == "about":
        return url.toString() == "about:blank"
    return same_origin(url, home) and url.path() == home.path()


def make_profile(parent: QObject | None) -> "QWebEngineProfile":
    """A profile that keeps nothing on the disk, asks for each permission and loads no file down."""
    from PySide6.QtWebEngineCore import QWebEngineProfile

    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.downloadRequested.connect(lambda download: download.cancel())
    return profile


def bind(page: "QWebEnginePage", home: QUrl) -> None:
    """Hold a page to `home`: permissions, places it goes to, windows, files, certificates."""
    permit(page, home)
    page.navigationRequested.connect(
        lambda request: request.accept() if may_open(request.url(), home) else request.reject()
    )
    # Nobody takes a new window, and an unsafe certificate is never accepted: said, not left to chance.
    page.certificateError.connect(lambda error: error.rejectCertificate())
    page.fileSystemAccessRequested.connect(lambda request: request.reject())
    page.registerProtocolHandlerRequested.connect(lambda request: request.reject())
    page.fullScreenRequested.connect(lambda request: request.reject())
    _settle(page)


def permit(page: "QWebEnginePage", home: QUrl) -> None:
    """Give camera and microphone to the origin of `home`, and nothing to anybody else."""
    from PySide6.QtWebEngineCore import QWebEnginePermission

    kinds = QWebEnginePermission.PermissionType
    media = (kinds.MediaVideoCapture, kinds.MediaAudioCapture, kinds.MediaAudioVideoCapture)

    def answer(asked: QWebEnginePermission) -> None:
        if asked.permissionType() in media and same_origin(asked.origin(), home):
            asked.grant()
        else:
            asked.deny()

    page.permissionRequested.connect(answer)


def _settle(page: "QWebEnginePage") -> None:
    from PySide6.QtWebEngineCore import QWebEngineSettings

    kinds = QWebEngineSettings.WebAttribute
    settings = page.settings()
    # Sound begins with the call, not with a click; the keyboard stays where the advisor types.
    wanted = {kinds.PlaybackRequiresUserGesture: False, kinds.FocusOnNavigationEnabled: False}
    for refused in (
        kinds.AutoLoadIconsForPage,
        kinds.BackForwardCacheEnabled,
        kinds.DnsPrefetchEnabled,
        kinds.ErrorPageEnabled,
        kinds.FullScreenSupportEnabled,
        kinds.HyperlinkAuditingEnabled,
        kinds.JavascriptCanAccessClipboard,
        kinds.JavascriptCanOpenWindows,
        kinds.LocalContentCanAccessFileUrls,
        kinds.LocalContentCanAccessRemoteUrls,
        kinds.NavigateOnDropEnabled,
        kinds.PdfViewerEnabled,
        kinds.PluginsEnabled,
        kinds.ScreenCaptureEnabled,
        kinds.TouchIconsEnabled,
    ):
        wanted[refused] = False
    for kind, on in wanted.items():
        settings.setAttribute(kind, on)
