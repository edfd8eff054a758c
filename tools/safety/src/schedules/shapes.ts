/** The same refund, handed over as the objects that callers have: rows of an ORM, instances of classes, proxies. */
import type { RefundRequest } from "./scene.ts";

/** @param stranger a refund of another payment: what an object shows to those who read it checkSentOnce, or as JSON */
type Shape = (asked: RefundRequest, stranger: RefundRequest) => object;

export const shapes = {
  "plain data": (asked) => asked,
  "undefined members": (asked) => ({
    ...asked,
    reason: undefined,
    payment: { reference: undefined, ...asked.payment, batch: undefined },
  }),
  getters: (asked) => described(asked, (value) => ({ enumerable: true, get: () => value })),
  "inherited fields": (asked) => Object.create(throughout(asked, (inner) => Object.create(inner))),
  "hidden fields": (asked) => described(asked, (value) => ({ enumerable: false, value })),
  "a hidden amount": (asked) => withAmount(asked, { enumerable: false, value: asked.amount }),
  "an inherited amount": ({ amount, ...asked }) =>
    Object.assign(Object.create(amount ? { amount } : {}), asked),
  "toJSON that lies": (asked, stranger) => {
    class Row {
      toJSON() {
        return stranger;
      }
    }
    return Object.assign(new Row(), asked);
  },
  proxies: (asked) =>
    throughout(asked, (inner) => new Proxy(inner, { ownKeys: () => [], has: () => true })),
  "getters that change": (asked, stranger) => ({
    ...asked,
    payment: described(asked.payment, (value, name) => {
      const values = [value];
      const other = stranger.payment[name];
      return { enumerable: true, get: () => values.shift() ?? other };
    }),
  }),
} satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;

export const shapeNames = Object.keys(shapes) as readonly ShapeName[];

/** The object and what it holds, each through `wrap`. */
function throughout<Given extends object>(given: Given, wrap: (inner: object) => object): Given {
  const inner = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === "object" ? wrap(value) : value,
  ]);
  return wrap(Object.fromEntries(inner)) as Given;
}

/** The object and what it holds, each field described anew. */
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

const withAmount = ({ amount, ...asked }: RefundRequest, descriptor: PropertyDescriptor): object =>
  amount ? Object.defineProperty({ ...asked }, "amount", descriptor) : asked;
