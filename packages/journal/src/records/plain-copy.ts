/**
 * A frozen copy of plain data, without fields that are `undefined`. Throws a `TypeError` for what JSON would drop or change
 * silently, so that a record is the same after it was stored. `name` is the field, for the message.
 */
export function plainCopy<T>(value: T, name: string): T {
  if (typeof value !== "object" || value === null) {
    if (!isPlainValue(value)) throw notData(name);
    return value;
  }
  if (Array.isArray(value)) return Object.freeze(copyOfList(value)) as T;
  if (!isPlainObject(value)) throw notData(name);
  const copy: Record<string, unknown> = {};
  for (const field of Object.keys(value)) {
    const given = (value as Record<string, unknown>)[field];
    if (given === undefined) continue;
    const copied = plainCopy(given, field);
    if (field === "__proto__") defineOwn(copy, field, copied);
    else copy[field] = copied;
  }
  return Object.freeze(copy) as T;
}

function copyOfList(list: readonly unknown[]): readonly unknown[] {
  const copy: unknown[] = [];
  // Holes are undefined here, too.
  for (const item of list) {
    const name = String(copy.length);
    if (item === undefined) throw notData(name);
    copy.push(plainCopy(item, name));
  }
  return copy;
}

// An assignment would set the prototype.
const defineOwn = (copy: object, field: string, value: unknown) =>
  Object.defineProperty(copy, field, { value, enumerable: true });

const isPlainValue = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : !["function", "symbol", "bigint"].includes(typeof value);

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const notData = (name: string): TypeError =>
  new TypeError(`its field ${name} has a value that JSON cannot represent`);
