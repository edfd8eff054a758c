/** The console's state as the hash of its address, so that it can be sent to someone else. */
import type { Field } from "./form.ts";

export interface Linked {
  readonly provider?: string;
  readonly payment?: number;
  readonly fault?: string;
  /** Whether the refund is made as soon as the console opens. */
  readonly run: boolean;
  /** Fields that differ from what the simulator suggests. */
  readonly fields: Readonly<Record<string, string>>;
}

const own = ["provider", "payment", "fault", "run"];

export function readLink(hash: string): Linked {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const provider = values.get("provider") ?? undefined;
  const payment = values.get("payment");
  const fault = values.get("fault") ?? undefined;
  return {
    ...(provider !== undefined && { provider }),
    ...(payment !== null && { payment: Number(payment) }),
    ...(fault !== undefined && { fault }),
    run: values.has("run"),
    fields: Object.fromEntries([...values].filter(([name]) => !own.includes(name))),
  };
}

export function writeLink(
  { provider, payment, fault, run }: Omit<Linked, "fields">,
  fields: readonly Field[],
  suggested: readonly Field[],
): string {
  const values = new URLSearchParams();
  if (provider) values.set("provider", provider);
  if (payment) values.set("payment", String(payment));
  if (fault) values.set("fault", fault);
  if (run) values.set("run", "");
  for (const { place, value } of fields) {
    const before = suggested.find((field) => field.place === place)?.value;
    if (value !== before) values.set(place, value);
  }
  return `#${values}`;
}
