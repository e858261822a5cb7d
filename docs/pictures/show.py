"""Has LibreOffice show a file. Runs under the Python that has `uno`, with LibreOffice on the same display.

    show.py FILE.pdf WORD                   prints it
    show.py WIDTHxHEIGHT WORD COMMAND...    opens it in a window without menus, with its comments, and runs the
                                            command
"""
import os, pathlib, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# In per cent.
ZOOM = 125


def properties(**named):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in named.items())


def address(path):
    return pathlib.Path(path).resolve().as_uri()


def desktop(profile):
    pipe = f"unavoce-{os.getpid()}"
    office = subprocess.Popen(["soffice", f"-env:UserInstallation={address(profile)}", "--norestore", "--nologo",
                               f"--accept=pipe,name={pipe};urp;"], stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("LibreOffice did not start")


def show(document, size, command):
    controller = document.CurrentController
    controller.Frame.LayoutManager.setVisible(False)
    view = controller.ViewSettings
    for name in ("ShowRulers", "ShowHoriRuler", "ShowVertRuler", "ShowHoriScrollBar", "ShowVertScrollBar",
                 "ShowTextBoundaries", "ShowTableBoundaries"):
        if view.PropertySetInfo.hasPropertyByName(name):
            view.setPropertyValue(name, False)
    view.ShowAnnotations = True
    view.ZoomType, view.ZoomValue = 3, ZOOM
    width, height = map(int, size.split("x"))
    controller.Frame.ContainerWindow.setPosSize(0, 0, width, height, 15)
    time.sleep(3)
    subprocess.run(command, check=True)


to, what, *command = sys.argv[1:]
with tempfile.TemporaryDirectory(prefix="unavoce-", ignore_cleanup_errors=True) as profile:
    office, desk = desktop(profile)
    document = desk.loadComponentFromURL(address(what), "_blank", 0, ())
    if command:
        show(document, to, command)
    else:
        options = uno.Any("[]com.sun.star.beans.PropertyValue", properties(ExportNotes=False))
        document.storeToURL(address(to), properties(FilterName="writer_pdf_Export", FilterData=options))
    document.close(True)
    desk.terminate()
    office.wait(30)
