import { describe, expect, test } from "vitest";
import { fetchPage } from "../src/address.ts";

/** Answers of a site: a body, a status, or where it redirects to. */
const site =
  (answers: Record<string, string | number | Response>): typeof fetch =>
  async (input) => {
    const answer = answers[String(input)];
    if (answer === undefined)
      throw new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") });
    if (answer instanceof Response) return answer;
    if (typeof answer === "number") return new Response("", { status: answer });
    if (answer.startsWith("https:") || answer.startsWith("http:"))
      return new Response("", { status: 302, headers: { location: answer } });
    return new Response(answer);
  };

const page = "https://docs.quay.example/refund";

describe("a page at an address", () => {
  test("is fetched", async () => {
    expect(String(await fetchPage(page, site({ [page]: "<html></html>" })))).toBe("<html></html>");
  });

  test("may have moved within its site", async () => {
    const moved = "https://www.docs.quay.example/refund/";
    expect(String(await fetchPage(page, site({ [page]: moved, [moved]: "here" })))).toBe("here");
  });

  test.each([
    ["another site", { [page]: "https://evil.example/refund" }, "another site"],
    ["a name that only ends alike", { [page]: "https://evildocs.quay.example/" }, "another site"],
    ["plain http", { [page]: "http://docs.quay.example/refund" }, "not https"],
    ["itself", { [page]: page }, "redirects more than 5 times"],
    ["nothing", { [page]: 404 }, "answers 404"],
    ["nowhere", {}, "could not be fetched: getaddrinfo ENOTFOUND"],
    ["megabytes", { [page]: "x".repeat(20_000_001) }, "larger than 20 MB"],
  ])("that leads to %s is refused with a reason", async (_, answers, reason) => {
    await expect(fetchPage(page, site(answers))).rejects.toThrow(reason);
  });

  test("is asked for over https only", async () => {
    await expect(fetchPage("http://docs.quay.example/refund", site({}))).rejects.toThrow(
      "not https",
    );
    await expect(fetchPage("file:///etc/passwd", site({}))).rejects.toThrow("not https");
  });
});
