/** Every mutation of every place of a page. */
import type { Document } from "./document.ts";
import { fieldMutations } from "./field-mutations.ts";
import { column, isTable, type Mutation, type Put, putAt, type Table } from "./mutation.ts";

export function mutationsOf(page: Document): Mutation[] {
  const single = contract(page);
  return [...single, ...pairs(page, single), ...wording(page)];
}

function contract(page: Document): Mutation[] {
  return page.flatMap((part, index) => {
    const put = putAt(page, index);
    if (isTable(part)) {
      if (column(part, /code$/i) === 0) return codes(part, put);
      if (column(part, /^value$/i) === 0) return values(part, put);
      if (column(part, /url$/i) === 1) return hosts(part, put);
      return fieldMutations(part, part.of ?? sideAt(page, index), put);
    }
    if ("text" in part) return lines(part.text, put);
    if (!("list" in part)) return [];
    const [first = "", ...others] = part.list;
    return [
      put("an entry added to a list", { list: [...part.list, "AMEX"] }, /AMEX/, "patch"),
      put("an entry removed from a list", { list: others }, new RegExp(first), "patch"),
    ];
  });
}

function sideAt(page: Document, index: number): "request" | "response" {
  const sided = /request|response|path|header|body/i;
  const above = page
    .slice(0, index)
    .findLast((part) => "heading" in part && sided.test(part.heading));
  return above && "heading" in above && /response/i.test(above.heading) ? "response" : "request";
}

function codes(table: Table, put: Put): Mutation[] {
  const code = /^\d/.test(table.rows[0]?.[0] ?? "") ? "20077" : "limit_reached";
  const row = [code, "Limit reached", "Too many refunds on one day"].slice(0, table.titles.length);
  const added = [0, 2, table.rows.length].map((at) =>
    put(
      `a code at ${at}`,
      { ...table, rows: table.rows.toSpliced(at, 0, row) },
      `error.${code}`,
      "minor",
    ),
  );
  const each = table.rows.flatMap(([name = "", message = "", ...rest], at) => {
    const other = /^\d/.test(name) ? String(Number(name) + 3) : `${name}_now`;
    const put1 = (what: string, cells: readonly string[], effect: "major" | "patch") =>
      put(
        `${what} ${name} changed`,
        { ...table, rows: table.rows.with(at, cells) },
        `error.${name}`,
        effect,
      );
    return [
      put(
        `code ${name} removed`,
        { ...table, rows: table.rows.toSpliced(at, 1) },
        `error.${name}`,
        "major",
      ),
      put1("code", [other, message, ...rest], "major"),
      put1("message of", [name, `Refused, ${message.toLowerCase()}`, ...rest], "patch"),
    ];
  });
  return [...added, ...each];
}

function values(table: Table, put: Put): Mutation[] {
  const [first = "", second = ""] = table.rows.map(([word = ""]) => word);
  const rows = (list: Table["rows"]): Table => ({ ...table, rows: list });
  return [
    put(
      "a word added to a table",
      rows([...table.rows, ["REVERSED", "Went back"]]),
      /enum\.REVERSED/,
      "minor",
    ),
    put(
      "a word removed from a table",
      rows(table.rows.slice(1)),
      new RegExp(`enum\\.${first}`),
      "major",
    ),
    put(
      "a word renamed in a table",
      rows(table.rows.with(1, [`${second}_NOW`, table.rows[1]?.[1] ?? ""])),
      new RegExp(`enum\\.${second}`),
      "major",
    ),
  ];
}

function hosts(table: Table, put: Put): Mutation[] {
  return table.rows.map(([name = "", address = ""], at) => {
    const moved = [name, address.replace("https://", "https://eu.")];
    return put(
      `another host for ${name}`,
      { ...table, rows: table.rows.with(at, moved) },
      /host\./,
      "major",
    );
  });
}

function lines(text: string, put: Put): Mutation[] {
  const edits: readonly (readonly [
    string,
    RegExp,
    string | RegExp,
    string,
    RegExp,
    "major" | "patch",
  ])[] = [
    ["another host", /URL ?:/, /https:\/\/(test)?/, "https://new.$1", /host\./, "major"],
    ["another path behind the host", /pw\/v3/, "pw/v3", "pw/v4", /operation\.path/, "major"],
    ["another path", /^\/|^P\w+ \//, /\/v\d/, "/v9", /operation\.path/, "major"],
    ["another method", /^(?:POST|PUT)\b/, /^\w+/, "PATCH", /operation\.method/, "major"],
    [
      "another media type",
      /^Content-Type/,
      "application/json",
      "application/xml",
      /Content-Type/,
      "major",
    ],
    ["another credential", /^Authorization/, "Bearer", "Basic", /Authorization/, "major"],
    ["another version", /version/, /\d\.\d/, "2.5", /page\.version/, "patch"],
  ];
  return edits
    .filter(([, here]) => here.test(text))
    .map(([name, , from, to, about, effect]) =>
      put(name, { text: text.replace(from, to) }, about, effect),
    );
}

/** Prose, examples, order and layout: no change of the contract. */
function wording(page: Document): Mutation[] {
  const none = (name: string, changed: Document): Mutation => ({
    name,
    page: changed,
    expected: [],
  });
  const eachCell = (name: string, change: (cell: string) => string) =>
    none(
      name,
      page.map((part) =>
        isTable(part) ? { ...part, rows: part.rows.map((cells) => cells.map(change)) } : part,
      ),
    );
  return [
    ...page.flatMap((part, index) => {
      if ("text" in part && /\. /.test(part.text) && !/\(POST\)|\bv\d/.test(part.text)) {
        return [
          none(
            "a sentence reworded",
            page.with(index, { text: part.text.replace(/^/, "As a rule: ") }),
          ),
          none("a paragraph removed", page.toSpliced(index, 1)),
        ];
      }
      if ("code" in part) {
        const value = part.code.replace(
          /(?<="(?:paymentId|paymentNo|refundNo|message|reason|original_id)": ")[^"]+/,
          "zzz",
        );
        return [
          none("an example's value changed", page.with(index, { code: value })),
          none(
            "an example spread otherwise",
            page.with(index, { code: part.code.replace(/^ {2}/gm, "      ") }),
          ),
        ];
      }
      if (!isTable(part)) return [];
      const said = column(part, /description|detail/i);
      return [
        none(
          "rows in another order",
          page.with(index, { ...part, rows: [...part.rows].reverse() }),
        ),
        ...(said < 0 ? [] : part.rows).map((cells, at) => {
          const more = `${(cells[said] ?? "").replace(/\.$/, "")}. See the guide for more`;
          const rows = part.rows.with(at, cells.with(said, more));
          return none(`description of ${cells[0]} reworded`, page.with(index, { ...part, rows }));
        }),
      ];
    }),
    none(
      "a paragraph added",
      page.toSpliced(2, 0, { text: "Refunds are looked at by people, too. They may call you." }),
    ),
    none("a section of prose added", [
      ...page,
      { heading: "Good to know", level: 2 },
      { text: "Refunds show on the next statement of the payer, in most cases." },
    ]),
    none("a list of prose added", [
      ...page,
      { list: ["Keep your keys safe", "Ask support if in doubt"] },
    ]),
    none("the last section in front of the others", lastFirst(page)),
    none(
      "headings one level deeper",
      page.map((part) => ("heading" in part ? { ...part, level: 3 } : part)),
    ),
    none(
      "other words for columns",
      page.map((part) =>
        isTable(part)
          ? { ...part, titles: part.titles.map((title) => synonyms[title] ?? title) }
          : part,
      ),
    ),
    eachCell(
      "other words for yes and no",
      (cell) => ({ Yes: "Required", No: "Optional" })[cell] ?? cell,
    ),
    eachCell(
      "other words for types",
      (cell) => ({ String: "string", Int: "Integer", Object: "object" })[cell] ?? cell,
    ),
  ];
}

function lastFirst(page: Document): Document {
  const sections = page.flatMap((part, index) =>
    "heading" in part && part.level === 2 ? [index] : [],
  );
  const [first = 0, last = 0] = [sections[0], sections.at(-1)];
  return [...page.slice(0, first), ...page.slice(last), ...page.slice(first, last)];
}

const synonyms: Record<string, string> = {
  Parameter: "Field",
  Description: "Meaning",
  "Sample data": "Example",
  Detail: "Description",
  Required: "Mandatory",
  code: "Error code",
  Code: "Error code",
};

/** Two at once, in different parts of the page. */
function pairs(page: Document, all: readonly Mutation[]): Mutation[] {
  const at = ({ page: mutated }: Mutation) =>
    mutated.findIndex((part, index) => part !== page[index]);
  return all.flatMap((first, index) => {
    // Far enough on in the list to be something else; which one is the same every time.
    const second = all[(index * 7 + 31) % all.length];
    const [i, j] = [at(first), second ? at(second) : -1];
    const part = second?.page[j];
    if (!second || !part || i === j) return [];
    const name = `${first.name}, and ${second.name}`;
    return [
      { name, page: first.page.with(j, part), expected: [...first.expected, ...second.expected] },
    ];
  });
}
