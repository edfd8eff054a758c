/** What a proposal takes a table for: by its fields, which the spec knows, and by its titles. */
import type { Row, Table } from "../page/page.ts";
import type { Contract } from "../spec/contract.ts";
import { type Role, roleOf } from "../words/titles.ts";
import { typeAtStart } from "../words/types.ts";
import type { Place, Side } from "./fact.ts";
import { namesIn } from "./match.ts";
import { nameIn } from "./names.ts";
import { type Part, plain } from "./parts.ts";
import type { TableReading } from "./reading.ts";

type TablePart = Part & Table;

const tails = (path: string) => path.split(".").map((_, at, names) => names.slice(at).join("."));

export function namesOfSide(contract: Contract, side: Side): Set<string> {
  return new Set(
    contract.fields.filter((field) => field.side === side).flatMap(({ path }) => tails(path)),
  );
}

export function tableFor(
  part: TablePart,
  contract: Contract,
  before: Side,
  tables: readonly TableReading[],
): TableReading {
  const { under } = part;
  // Behind another table, the title above that one says nothing of this.
  const title = part.caption === "" && tables.some((table) => table.under === under) ? "" : under;
  const known = {
    request: namesOfSide(contract, "request"),
    response: namesOfSide(contract, "response"),
    errors: new Set(contract.errors.map(({ code }) => code)),
  };
  const roles = rolesOf(part, new Set([...known.request, ...known.response, ...known.errors]));
  const names = namesIn(part, roles);
  const shared = (words: ReadonlySet<string>) =>
    [...names].filter((name) => words.has(name)).length;
  const [request, response, errors] = [
    shared(known.request),
    shared(known.response),
    shared(known.errors),
  ];
  const titles = part.titles.length > 0 ? part.titles : roles.map((_, at) => String(at + 1));
  const columns = (own = roles) =>
    Object.fromEntries(
      titles.map((title, at) => [title, own[at] ?? "?"]),
    ) as TableReading["columns"];
  const objects = part.object ? { object: part.object } : {};
  if (
    errors > Math.max(request, response) ||
    (roles.includes("code") && errors + request + response === 0 && /error|code/i.test(under))
  )
    return {
      under,
      is: "errors",
      columns: columns(
        roles.includes("code") ? roles : roles.map((role) => (role === "name" ? "code" : role)),
      ),
    };
  const of =
    roles.includes("value") && !roles.includes("name")
      ? fieldIn(`${under} ${part.caption}`, contract)
      : undefined;
  if (of) return { under, is: "values", of, columns: columns() };
  if (roles.includes("environment") || roles.includes("address") || isOfLines(part, contract))
    return { under, is: "lines", columns: columns(titles.map(() => "ignored")) };
  if (request + response === 0 || !roles.includes("name"))
    return {
      under,
      is: headersIn(names) ? "request" : "?",
      ...objects,
      ...(headersIn(names) && { place: "header" as const }),
      columns: columns(),
    };
  const said = sideIn(part.caption) ?? sideIn(title);
  const is: Side =
    request === response ? (said ?? before) : request > response ? "request" : "response";
  const object = part.object ?? objectFor(part, contract, is, names, tables);
  const place =
    is === "request" && !roles.includes("place")
      ? placeIn(`${title} ${part.caption}`, names)
      : undefined;
  return { under, is, ...(place && { place }), ...(object && { object }), columns: columns() };
}

/** What its columns hold; of two names, one is for people. */
function rolesOf(part: TablePart, known: ReadonlySet<string>): (Role | undefined)[] {
  if (part.titles.length === 0) return untitled(part.rows);
  const roles = part.titles.map((title) => (title === "" ? "ignored" : roleOf(title)));
  const named = roles.flatMap((role, at) => (role === "name" ? [at] : []));
  const hits = (at: number) =>
    part.rows.filter(({ cells }) => known.has(nameIn(cells[at] ?? "")?.path ?? "")).length;
  const [own] = named.toSorted((a, b) => hits(b) - hits(a));
  const stands = roles.includes("name") && roles.includes("type") && !roles.includes("required");
  const seen = new Set<Role>();
  return roles.map((role, at) => {
    if (role === "name" && at !== own) return "ignored";
    // A field has no status of its own: next to a type, it is whether it has to be there.
    if (stands && /^status$/i.test(part.titles[at] ?? "")) return "required";
    if (role === undefined || role === "ignored") return role;
    if (seen.has(role) || (role === "value" && roles.includes("code"))) return "ignored";
    seen.add(role);
    return role;
  });
}

function untitled(rows: readonly Row[]): (Role | undefined)[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const typed = rows.filter(
    ({ cells }) => nameIn(cells[0] ?? "") && typeAtStart((cells[1] ?? "").toLowerCase()),
  ).length;
  const kinds: Role[] = typed * 2 > rows.length ? ["name", "type", "description"] : [];
  return Array.from({ length: width }, (_, at) => kinds[at]);
}

/** The field that a title names, the longest first. */
function fieldIn(title: string, { fields }: Contract): string | undefined {
  const words = new Set(title.replace(/[`"':]/g, "").split(/\s+/));
  const named = fields.filter(
    ({ path }) => words.has(path) || words.has(path.slice(path.lastIndexOf(".") + 1)),
  );
  const [field] = named.toSorted((a, b) => Number(words.has(b.path)) - Number(words.has(a.path)));
  return field && `${field.side}.${field.path}`;
}

/** Rows that name the method, the path or a host. */
function isOfLines({ rows }: TablePart, contract: Contract): boolean {
  const whole = rows.map(({ line }) => line).join("\n");
  const hosts = contract.servers.some(({ url }) => whole.includes(url));
  return hosts || whole.includes(contract.path);
}

const headersIn = (names: ReadonlySet<string>) =>
  names.size > 0 &&
  [...names].every((name) =>
    /^(?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|Authorization|Accept)$/.test(name),
  );

function placeIn(title: string, names: ReadonlySet<string>): Place | undefined {
  if (/\bheaders?\b/i.test(title) || headersIn(names)) return "header";
  if (/\b(?:path|uri|url)\b.*\bparam|\bpath (?:variables?|fields?)/i.test(title)) return "path";
  return /\bquery\b/i.test(title) ? "query" : undefined;
}

export function sideIn(title: string): Side | undefined {
  if (
    /\b(?:response|responses|answer|answers|reply|returns?|returned|output|results?|errors?|failures?)\b/i.test(
      title,
    )
  )
    return "response";
  return /\b(?:request|requests|input|payload|send|sent|body|header|path|query)\b/i.test(title)
    ? "request"
    : undefined;
}

/** An object that the title names, and whose fields the spec knows most of these names as. */
function objectFor(
  part: TablePart,
  { fields }: Contract,
  side: Side,
  names: ReadonlySet<string>,
  tables: readonly TableReading[],
): string | undefined {
  const own = fields.filter((field) => field.side === side);
  const words = new Set(plain(`${part.under} ${part.caption}`).split(" "));
  const parents = new Set(
    own.flatMap(({ path }) => (path.includes(".") ? [path.slice(0, path.lastIndexOf("."))] : [])),
  );
  return [...parents].find((parent) => {
    const last = parent.slice(parent.lastIndexOf(".") + 1).toLowerCase();
    const inside = [...names].filter((name) =>
      own.some(({ path }) => path === `${parent}.${name}`),
    ).length;
    return (
      !/^(?:request|response|body|header|headers|params?|parameters?)$/.test(last) &&
      (words.has(last) || words.has(last.replace(/s$/, ""))) &&
      inside * 2 >= names.size &&
      !tables.some((one) => one.object === parent)
    );
  });
}
