/** Fields of nested objects, of lists of terms and of rows that are struck out, which were read wrongly while layouts were guessed from. */
import { describe, expect, test } from "vitest";
import { acceptPage } from "../src/accept.ts";
import { pageOf } from "../src/check.ts";
import { propose } from "../src/reading/propose.ts";
import { changesOf, lineOf, page, put, request, spec, whole } from "./pages/oriole.ts";
import { accepted, check, type Recorded } from "./pages/providers.ts";

describe("fields of an object that are called as fields around it", () => {
  test("are fields of the object", () => {
    const ids = whole.committed.facts.map(({ id, value }) => `${id} ${value}`);
    expect(ids).toContain("request.reference.maxLength 40");
    expect(ids).toContain("request.items.reference.maxLength 20");
  });

  test("do not hide that the outer one is gone", () => {
    expect(changesOf(put("| reference | string | Yes | Your own. Max length 40. |\n", ""))).toEqual(
      ["major request.reference removed (place body, type string, required yes, maxLength 40)"],
    );
  });

  test("have their limits reported at their own line", () => {
    const changed = check(put("Max length 20", "Max length 10"), whole, spec);
    expect(changed.changes).toMatchObject([
      {
        subject: "request.items.reference",
        spec: { line: lineOf("reference: { type: string, maxLength: 20") },
      },
    ]);
  });

  test("are refused, with the table, where nothing says whose they are", () => {
    const content = put("#### Item", "#### Positions");
    const proposal = propose(pageOf(content, [], undefined, spec), spec.contract);
    const unclear = {
      ...proposal,
      reading: {
        ...proposal.reading,
        tables: proposal.reading.tables.map(({ object: _, ...table }) => table),
      },
    };
    expect(acceptPage(content, undefined, spec, unclear.reading)).toMatchObject({
      status: "unreadable",
      unread: [
        {
          what: expect.stringContaining('the table under "Positions"'),
          why: expect.stringContaining("which another table has, too"),
        },
      ],
    });
  });
});

describe("fields as terms with definitions", () => {
  const fields = [
    ["reference", "mandatory", "string", "Your own. Max length 40."],
    ["amount", "mandatory", "integer", "How much."],
    ["items", "optional", "array", "What comes back."],
  ] as const;
  const table = request.slice(request.indexOf("| Field"));

  test.each([
    [
      "Markdown",
      fields
        .map(([name, flag, type, said]) => `\`${name}\` _${flag}_\n: \`${type}\` ${said}\n`)
        .join("\n"),
    ],
    [
      "HTML",
      `<dl>${fields.map(([name, flag, type, said]) => `<dt>${name} (${flag})</dt><dd>${type}. ${said}</dd>`).join("")}</dl>\n`,
    ],
  ])("are read in %s", (_, list) => {
    const recorded = accepted(put(table, list), spec);
    const ofRequest = ({ committed }: Recorded) =>
      committed.facts
        .filter(({ subject }) => /^request\.\w+$/.test(subject))
        .map(({ id, value }) => `${id} ${value}`);
    expect(ofRequest(recorded)).toEqual(ofRequest(whole));
  });
});

test.each([
  ["Markdown", page, "| ~~items~~ | ~~array~~ | ~~No~~ | ~~What comes back.~~ |"],
  [
    "HTML in it",
    page,
    "| <del>items</del> | <s>array</s> | <strike>No</strike> | <del>What comes back.</del> |",
  ],
])("a row that is struck out in %s is gone", (_, content, row) => {
  expect(changesOf(put("| items | array | No | What comes back. |", row, content))).toEqual([
    "major request.items removed (place body, type array, required no)",
  ]);
});
