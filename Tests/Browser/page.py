"""A report page in the browser, and what must agree on it at any time."""

import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))


class Checks:
    def __init__(self):
        self.count = 0
        self.faults = []
        self.place = ""

    def __call__(self, holds, words):
        self.count += 1
        if not holds:
            self.faults.append(f"{self.place}: {words}")
            print(f"FAILED {self.place}: {words}", flush=True)

    def same(self, found, expected, words):
        self(found == expected, f"{words}: {str(found)[:300]} instead of {str(expected)[:300]}")


check = Checks()


class Page:
    """A page in the browser, with the functions of `page_checks.js`."""

    def __init__(self, browser, path):
        self.browser = browser
        self.path = path
        with open(os.path.join(HERE, "page_checks.js"), encoding="utf-8") as file:
            self.functions = file.read()

    def open(self, **options):
        self.browser.open(self.path, **options)
        self.requests = [event["params"]["request"]["url"] for event in self.browser.events
                         if event.get("method") == "Network.requestWillBeSent"]
        self.browser.send("Runtime.evaluate", expression=self.functions)

    def ask(self, expression):
        return self.browser.evaluate(f"return {expression}")

    def do(self, statements):
        return self.browser.evaluate(statements)

    def middle(self, selector, place=0):
        """Where the middle of an element is in the window, after it was scrolled there."""
        return self.do(f"""
          const element = checks.all({json.dumps(selector)}).filter(checks.seen)[{place}];
          element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
          const box = (element.getClientRects().length > 1 ? element.getClientRects()[0] : element.getBoundingClientRect());
          return [box.left + box.width / 2, box.top + box.height / 2];""")


def agree(page, words):
    shown = page.ask("checks.shown()")
    check.same(shown["marks"], shown["rows"], f"{words}: incidents marked in the text and in the table")
    check.same(shown["badges"], shown["rows"], f"{words}: incidents numbered in the text and in the table")
    check.same(shown["timeline"], shown["rows"], f"{words}: incidents in the timeline and in the table")
    check(shown["leads"], f"{words}: each incident shows one row that tells of it")
    check(shown["markers"] and all(markers == shown["pins"] for markers in shown["markers"]),
          f"{words}: markers {shown['markers']} for the rows {shown['pins']} with a point")
    check(all(tinted == shown["countries"] for tinted in shown["tinted"]),
          f"{words}: tinted countries {shown['tinted']} for the rows {shown['countries']} without a point")
    first = [int(match.split(" of ")[0]) for match in re.findall(r"\d+(?: of \d+)?", shown["tally"])]
    check.same(first, [len(shown["rows"]), len(shown["sites"]), len(shown["pins"])], f"{words}: “{shown['tally']}”")
    return shown


def looks(page, words):
    found = page.ask("checks.contrast(4.5)")
    check.same(found["faults"], [], f"{words}: texts below a contrast of 4.5")
    check(found["count"] > 40, f"{words}: only {found['count']} texts were measured")
    return found["lowest"]


def narrow(page, words):
    width = page.ask("[document.documentElement.scrollWidth, innerWidth, document.documentElement.clientWidth]")
    check(width[0] <= width[2] and width[0] <= width[1], f"{words}: the page is {width[0]} wide in a window of {width[1]}")
    check.same(page.ask("checks.wide()"), [], f"{words}: what stands out of the window")
    order = page.ask("['.map', '.stories', '.incidents'].map(part => document.querySelector(part).getBoundingClientRect().top)")
    check(order == sorted(order), f"{words}: the map is above the article, the table below")


def printed(page, least):
    page.browser.send("Emulation.setEmulatedMedia", media="print", features=[])
    hidden = page.ask("checks.all('button, .filterbox, .skip').filter(checks.seen).length")
    check.same(hidden, 0, "buttons on paper")
    page.browser.send("Emulation.setEmulatedMedia", media="", features=[])
    pdf = page.browser.pdf()
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    check(pdf.startswith(b"%PDF") and pages >= least, f"a PDF of {pages} pages")
    return pages
