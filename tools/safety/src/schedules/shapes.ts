/** The same refund as different kinds of objects: rows of an ORM, class instances, proxies. */
import type { RefundRequest } from "./scene.ts";

/** @param stranger a refund of another payment, which some objects return when they are read twice or as JSON */
type Shape = (request: RefundRequest, stranger: RefundRequest) => object;

export const shapes = {
  "plain data": (request) => request,
  "undefined members": (request) => ({
    ...request,
    reason: undefined,
    payment: { reference: undefined, ...request.payment, batch: undefined },
  }),
  getters: (request) => described(request, (value) => ({ enumerable: true, get: () => value })),
  "inherited fields": (request) =>
    Object.create(throughout(request, (inner) => Object.create(inner))),
  "hidden fields": (request) => described(request, (value) => ({ enumerable: false, value })),
  "a hidden amount": (request) => withAmount(request, { enumerable: false, value: request.amount }),
  "an inherited amount": ({ amount, ...request }) =>
    Object.assign(Object.create(amount ? { amount } : {}), request),
  "misleading toJSON": (request, stranger) => {
    class Row {
      toJSON() {
        return stranger;
      }
    }
    return Object.assign(new Row(), request);
  },
  // One that claims to have an amount, and has none, would be refused.
  proxies: (request) => {
    const traps = { ownKeys: () => [], ...(request.amount && { has: () => true }) };
    return throughout(request, (inner) => new Proxy(inner, traps));
  },
  "getters that change": (request, stranger) => ({
    ...request,
    payment: described(request.payment, (value, name) => {
      const values = [value];
      const other = stranger.payment[name];
      return { enumerable: true, get: () => values.shift() ?? other };
    }),
  }),
} satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;

export const shapeNames = Object.keys(shapes) as readonly ShapeName[];

/** The object and its nested objects, each passed through `wrap`. */
function throughout<Given extends object>(given: Given, wrap: (inner: object) => object): Given {
  const inner = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === "object" ? wrap(value) : value,
  ]);
  return wrap(Object.fromEntries(inner)) as Given;
}

/** The object and its nested objects, with a new property descriptor for each field. */
function described<Given extends object>(
  given: Given,
  describe: (value: unknown, name: string) => PropertyDescriptor,
): Given {
  const fields = Object.entries(given).map(([name, value]) => [
    name,
    describe(typeof value === "object" ? described(value, describe) : value, name),
  ]);
  return Object.defineProperties({} as Given, Object.fromEntries(fields));
}

const withAmount = (
  { amount, ...request }: RefundRequest,
  descriptor: PropertyDescriptor,
): object => (amount ? Object.defineProperty({ ...request }, "amount", descriptor) : request);
