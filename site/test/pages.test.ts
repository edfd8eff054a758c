import { expect, test } from "vitest";
import { deadLinks, listProblems } from "../src/check/pages.ts";

const page = (path: string, html: string) => ({ path, html });

test("dead links are found: to pages, to headings, and not those to other sites", () => {
  const pages = [
    page("/", '<a href="/a">a</a><a href="/b#two">b</a><a href="https://example.com/x">x</a>'),
    page("/a", '<a href="./b#one">b</a><a href="/c">c</a>'),
    page("/b", '<h2 id="one">One</h2>'),
  ];
  expect(deadLinks(pages, "/")).toEqual([
    "/ leads to /b#two, which no heading has",
    "/a leads to /c, which does not exist",
  ]);
});

test("below a folder of the host, a link to its root is dead", () => {
  const pages = [page("/", '<a href="/site/a">a</a><a href="/a">a</a>'), page("/a", "")];
  expect(deadLinks(pages, "/site/")).toEqual(["/ leads to /a, which does not exist"]);
});

test("a list of pages is wrong if it leads nowhere, or leaves out a page", () => {
  const pages = [page("/", ""), page("/a", ""), page("/b/", "")];
  const list = (...paths: string[]) => paths.map((path) => `- [Title](${path})`).join("\n");
  expect(listProblems(list("/site/a", "/site/b/"), pages, "/site/")).toEqual([]);
  expect(listProblems(list("/site/a", "/b/"), pages, "/site/")).toEqual([
    "it leads to /b/, which does not exist",
    "it leaves out /site/b/",
  ]);
  expect(listProblems("", pages, "/site/")).toHaveLength(2);
});
