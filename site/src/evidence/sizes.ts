/** The sizes of bundles, as `npm run bench` measured them. */
import { readBench } from "./bench.ts";

interface Size {
  readonly name: string;
  readonly own: boolean;
  /** Of the bundle for Node, minified and compressed. */
  readonly bytes: number;
}

export interface Sizes {
  /** When it was measured, such as 2026-11-28. */
  readonly date: string;
  /** Smallest first. */
  readonly all: readonly Size[];
}

const own: Readonly<Record<string, string>> = {
  stripe: "@refunds/stripe",
  "facade and stripe": "refunds, with @refunds/stripe",
};

const published: Readonly<Record<string, string>> = {
  "stripe-node": "stripe",
  braintree: "braintree",
  "@paypal/paypal-server-sdk": "@paypal/paypal-server-sdk",
  "@mollie/api-client": "@mollie/api-client",
  "@adyen/api-library": "@adyen/api-library",
  "square's SDK": "square",
};

export function readSizes(root: string): Sizes {
  const bench = readBench(root);
  const all = Object.entries({ ...own, ...published }).map(([measured, name]) => {
    const { gzipped: bytes } = bench.series("packages", measured);
    if (bytes === undefined) throw new Error(`bench.json has no size of ${measured}.`);
    return { name, own: measured in own, bytes };
  });
  return { date: bench.date("packages"), all: all.sort((a, b) => a.bytes - b.bytes) };
}
