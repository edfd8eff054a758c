/** HTTP answers, error codes, descriptions and addresses of a published OpenAPI file. */
import { describe, expect, test } from "vitest";
import { acceptPublished, checkPublished } from "../src/openapi/check.ts";
import { parseFacts } from "../src/reading/file.ts";
import { whatChanged } from "../src/report/readable.ts";
import { readSpec } from "../src/spec/contract.ts";
import { published, yaml } from "./oriole.ts";
import { changesOf, checkOf, committed, documentOf, lineOf, spec } from "./oriole-file.ts";

describe("answers", () => {
  const tooMany = '        "429": { description: Too many requests. }\n';

  test("a documented HTTP answer that is new or gone is a change, at the spec's outcomes", () => {
    expect(checkOf('        "4XX":\n', `${tooMany}        "4XX":\n`)).toMatchObject({
      status: "changed",
      effect: "minor",
      changes: [
        {
          subject: "answer.429",
          kind: "added",
          after: [{ words: "429 Too many requests." }],
          spec: { line: lineOf("outcomes:") },
        },
      ],
    });
    expect(changesOf('        "4XX":\n', '        "400":\n')).toEqual([
      "minor answer.400 added",
      "patch answer.4XX removed",
    ]);
  });

  const withCodes = (...codes: readonly string[]) =>
    documentOf(
      published.replace(
        "        message: { type: string }\n",
        `        message: { type: string }\n        code: { oneOf: [${codes.map((code) => `{ type: string, enum: ["${code}"] }`).join(", ")}] }\n`,
      ),
    );

  const entries = '{ code: "1001", text: Unknown payment }, { code: "1002", text: Too much }';
  const coded = readSpec(
    spec.file,
    yaml.replace("x-errors: { list: [] }", `x-errors: { code: /code, list: [${entries}] }`),
  );

  test("codes that its failures list are codes, in whichever alternative they stand", () => {
    const recorded = acceptPublished(withCodes("0999", "1001"), undefined, coded);
    if (recorded.status !== "accepted") throw new Error(JSON.stringify(recorded));
    const found = (...codes: readonly string[]) =>
      checkPublished(withCodes(...codes), parseFacts(recorded.content), coded).changes.map(
        (change) => `${change.effect} ${whatChanged(change)}`,
      );
    expect(found("0999", "1001")).toEqual([]);
    expect(found("0999", "1001", "1002", "zzz")).toEqual([
      "none error.1002 added",
      "minor error.zzz added",
    ]);
    expect(found("0999")).toEqual(["major error.1001 removed"]);
  });

  test("a code that the spec does not have may go", () => {
    const recorded = acceptPublished(withCodes("0999", "1001", "zzz"), undefined, coded);
    if (recorded.status !== "accepted") throw new Error(JSON.stringify(recorded));
    const { changes } = checkPublished(
      withCodes("0999", "1001"),
      parseFacts(recorded.content),
      coded,
    );
    expect(changes.map(({ effect, subject }) => [effect, subject])).toEqual([
      ["none", "error.zzz"],
    ]);
  });
});

describe("descriptions", () => {
  const reference = "reference: { type: string, maxLength: 40 }";
  const described = (words: string) => reference.replace(" }", `, description: "${words}" }`);
  const recorded = acceptPublished(
    documentOf(published.replace(reference, described("Your own. At most 20 characters."))),
    undefined,
    spec,
  );
  if (recorded.status !== "accepted") throw new Error(JSON.stringify(recorded));
  const known = parseFacts(recorded.content);

  test("of a field that the spec uses are listed where they changed, with its lines", () => {
    const words = "Your own. At most 20 characters. Must be unique within 90 days.";
    expect(checkOf(reference, described(words), known)).toMatchObject({
      status: "same",
      changes: [],
      text: [
        {
          section: "request.reference.description",
          added: ["Must be unique within 90 days."],
          removed: 0,
          lines: [lineOf("reference: { type: string, maxLength: 40")],
        },
      ],
    });
    expect(checkOf(reference, described("At most 20 characters. Your own."), known).text).toEqual(
      [],
    );
  });

  test("of the call, too, and of no field that the spec does not use", () => {
    expect(checkOf("Words of no effect", "Words of some").text).toMatchObject([
      { section: "operation.description", added: ["Words of some"], removed: 1 },
    ]);
    const memo = "memo: { type: string, nullable: true";
    expect(checkOf(memo, `${memo}, description: For the payer.`).text).toEqual([]);
  });
});

test("what was read before answers and descriptions were recorded shows none of them as new", () => {
  const before = {
    ...committed,
    facts: committed.facts.filter(({ subject }) => !subject.startsWith("answer.")),
    sections: [],
  };
  expect(checkOf("maxLength: 20", "maxLength: 10", before)).toMatchObject({
    changes: [{ subject: "request.items.reference" }],
    text: [],
    said: { unread: [{ why: expect.stringContaining("not yet known"), weight: "note" }] },
  });
});

describe("addresses", () => {
  test("another version in a server's path is another address, with what it was", () => {
    const versioned = published.replace("oriole.example/", "oriole.example/v72");
    const held = readSpec(spec.file, yaml.replace('oriole.example"', 'oriole.example/v72"'));
    const before = acceptPublished(documentOf(versioned), undefined, held);
    if (before.status !== "accepted") throw new Error(JSON.stringify(before));
    const now = documentOf(versioned.replace("v72", "v73"));
    const { changes } = checkPublished(now, parseFacts(before.content), held);
    expect(changes.map((change) => `${change.effect} ${whatChanged(change)}`)).toEqual([
      "major host.live: https://api.oriole.example/v73, was https://api.oriole.example/v72",
    ]);
    expect(acceptPublished(now, undefined, held)).toMatchObject({ status: "refused" });
  });

  test("a call that is gone is removed where the caller says that the file is whole", () => {
    const gone = ["/v1/payments/{payment}/refunds:", "/v1/payouts:"] as const;
    expect(checkOf(...gone)).toMatchObject({
      status: "unreadable",
      recognised: { whole: true },
    });
    const { status, changes } = checkOf(...gone, committed, true);
    expect(status).toBe("changed");
    expect(changes.map((change) => `${change.effect} ${whatChanged(change)}`)).toEqual([
      "major operation.path: no longer said, was /v1/payments/{id}/refunds",
    ]);
  });
});
