/** What the console does. The components only show it. */
import type { FaultKind } from "@refunds/sandbox";
import { isRefundError } from "refunds";
import { computed } from "vue";
import { callText } from "./call-text.ts";
import { choose, chooseLinked, linkTo, restart, suggest } from "./choice.ts";
import { type ConsoleState, createState, during, look, type Step } from "./console-state.ts";
import type { World } from "./world.ts";

export function useConsole() {
  const shown = createState();
  const { state, facts, table, request, world } = shown;
  const step = (title: string, action: (world: World) => Promise<Partial<Step>>) =>
    takeStep(shown, title, action);

  async function refund(fault: FaultKind | "" = state.fault) {
    state.fault = fault;
    await during(shown, () => restart(shown));
    if (state.failure !== "") return;
    await step("refund()", async ({ refund }) => ({
      outcome: await refund(request.value, fault || undefined),
    }));
  }

  return {
    state,
    facts,
    table,
    request,
    choose: (provider: string, payment?: number) => choose(shown, provider, payment),
    suggest: () => suggest(shown),
    refund,
    again: () =>
      step("refund() again, with the same key", async ({ refund }) => ({
        outcome: await refund(request.value),
      })),
    reconcile: () =>
      step("reconcile()", async ({ reconcile }) => ({
        outcome: await reconcile(request.value.key),
      })),
    finish: (number: number) =>
      step("The provider finishes the refund", async ({ finish }) => {
        await finish(number);
        return {};
      }),
    deliver: (number: number) =>
      step("The provider's notification arrives twice", async ({ deliver }) => ({
        deliveries: await deliver(number, 2),
      })),
    call: computed(() => callText(state.provider, world.value?.options ?? {}, request.value)),
    link: () => linkTo(shown),
    async openLink(hash: string) {
      if (await chooseLinked(shown, hash)) await refund();
    },
  };
}

export type Console = ReturnType<typeof useConsole>;

/** Does one thing, and shows what came of it. */
const takeStep = (
  shown: ConsoleState,
  title: string,
  action: (world: World) => Promise<Partial<Step>>,
): Promise<void> =>
  during(shown, async () => {
    const current = shown.world.value;
    if (!current) return;
    const before = current.exchanges.length;
    const start = performance.now();
    const result = await action(current).catch((error: unknown) => {
      if (isRefundError(error)) return { refused: error.message };
      throw error;
    });
    const milliseconds = Math.round(performance.now() - start);
    const exchanges = current.exchanges.slice(before);
    shown.state.record = await current.get(shown.request.value.key);
    shown.state.steps.push({ title, ...result, exchanges, milliseconds });
    look(shown);
  });
