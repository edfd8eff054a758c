/** clientFrom() reads rows of a database, whatever kind of object they are. A lost `fetch` would send a refund elsewhere. */
import { expect, test, vi } from "vitest";
import { clientFrom } from "../src/index.ts";

type Fields = Record<string, unknown>;

/** Ways to hold the same fields. */
const shapes: [string, (fields: Fields) => object][] = [
  ["plain data", (fields) => ({ ...fields })],
  ["frozen", (fields) => Object.freeze({ ...fields })],
  ["inherited", (fields) => Object.create(fields)],
  ["hidden", (fields) => defined({}, fields, (value) => ({ value }))],
  ["getters of a class", (fields) => instanceOf(fields)],
  ["a proxy", (fields) => new Proxy(fields, {})],
  [
    "a proxy that only gives values",
    (fields) => new Proxy({}, { get: (_, name) => fields[name as string] }),
  ],
];
const row = { provider: "yedpay", environment: "live", accessToken: "token" };

test.each(shapes)("options that are %s count", async (_, shape) => {
  const fetch = vi.fn(() => Promise.reject(new Error("this test sends nothing")));
  const client = clientFrom(shape({ ...row, fetch, timeoutMs: 1234 }) as never);
  expect(client).toMatchObject({ provider: "yedpay", timeoutMs: 1234 });
  await client.refund({ payment: { id: "1" } } as never);
  expect(fetch).toHaveBeenCalled();
});

const unknown: [string, () => object][] = [
  ["own", () => ({ ...row, timeout: 1 })],
  ["an own function", () => ({ ...row, fetsh: () => undefined })],
  ["hidden", () => defined({ ...row }, { timeout: 1 }, (value) => ({ value }))],
  ["inherited", () => Object.assign(Object.create({ timeout: 1 }), row)],
];
test.each(unknown)("an unknown option is refused: %s", (_, make) => {
  expect(() => clientFrom(make() as never)).toThrow(/(timeout|fetsh) is unknown/);
});

const defined = (object: object, fields: Fields, describe: (value: unknown) => object) =>
  Object.defineProperties(
    object,
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, describe(value)])),
  );

/** Its getters need the instance itself, because its fields are private. */
function instanceOf(fields: Fields): object {
  class Row {
    readonly #fields = fields;
    static read = (instance: Row, name: string) => instance.#fields[name];
  }
  for (const name of Object.keys(fields)) {
    Object.defineProperty(Row.prototype, name, {
      get(this: Row) {
        return Row.read(this, name);
      },
    });
  }
  return new Row();
}
