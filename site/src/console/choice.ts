/** Which provider and payment the console is about: the simulator of it, and the form. */
import type { FaultKind } from "@refunds/sandbox";
import { providers } from "../../../packages/cli/src/generated/providers.ts";
import { type ConsoleState, during, look } from "./console-state.ts";
import { formOf } from "./form.ts";
import { readLink, writeLink } from "./link.ts";
import { openWorld } from "./world.ts";

/** A new world: nothing was refunded, the journal is empty. */
export async function restart(shown: ConsoleState): Promise<void> {
  const { world, state, facts } = shown;
  if (!facts.value) return;
  // A few providers have no environment for tests.
  const { test } = facts.value.servers;
  world.value = await openWorld(state.provider, test === undefined ? "live" : "test");
  state.steps = [];
  state.record = undefined;
  look(shown);
}

/** Fills the form with a payment of the simulator. */
export function suggest({ world, state, facts }: ConsoleState): void {
  const { sandbox } = world.value ?? {};
  if (!sandbox || !facts.value) return;
  const form = () =>
    facts.value ? formOf(facts.value, sandbox.provider(state.provider), state.payment) : [];
  state.suggested = form();
  state.fields = form();
}

export const choose = (shown: ConsoleState, provider: string, payment = 0): Promise<void> =>
  during(shown, async () => {
    const { state } = shown;
    state.provider = providers.some(({ name }) => name === provider) ? provider : "stripe";
    state.payment = payment;
    await restart(shown);
    suggest(shown);
  });

export function linkTo({ state }: ConsoleState): string {
  const { provider, payment, fault, steps, fields, suggested } = state;
  return writeLink({ provider, payment, fault, run: steps.length > 0 }, fields, suggested);
}

/** Chooses what the link says. Returns whether its refund is to be made. */
export async function chooseLinked(shown: ConsoleState, hash: string): Promise<boolean> {
  const { provider = "stripe", payment = 0, fault = "", run = false, fields } = readLink(hash);
  await choose(shown, provider, payment);
  shown.state.fault = fault as FaultKind | "";
  for (const field of shown.state.fields) field.value = fields[field.place] ?? field.value;
  return run;
}
