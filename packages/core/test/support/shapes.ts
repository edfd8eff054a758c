/** Ways to hand over the same fields. */
export const shapes: Record<string, (fields: Record<string, unknown>) => object> = {
  "plain data": (fields) => ({ ...fields }),
  getters: (fields) =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          { get: () => value, enumerable: true },
        ]),
      ),
    ),
  "hidden fields": (fields) =>
    Object.defineProperties(
      {},
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
    ),
  "inherited fields": (fields) => Object.create(fields),
  "an object without a prototype": (fields) => Object.assign(Object.create(null), fields),
  "a class with getters": (fields) => {
    class Request {
      describe() {
        return "a method is not a field";
      }
    }
    for (const [name, value] of Object.entries(fields)) {
      Object.defineProperty(Request.prototype, name, { get: () => value });
    }
    return new Request();
  },
  "a proxy": (fields) => new Proxy(fields, {}),
  "a proxy that only gives values": (fields) =>
    new Proxy({}, { get: (_, name) => fields[name as string] }),
  "a frozen object": (fields) => Object.freeze({ ...fields }),
};
