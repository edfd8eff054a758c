/** Colours, on a terminal only, and not where NO_COLOR is set. */
import { styleText } from "node:util";
import type { Effect } from "../compare/change.ts";

export interface Paint {
  effect(effect: Effect, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

const colours = { major: "red", minor: "yellow", patch: "cyan", none: "dim" } as const;

export function paintFor({ isTTY }: { readonly isTTY?: boolean }): Paint {
  const colour = isTTY === true && !process.env.NO_COLOR;
  const style = (name: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(name, text, { validateStream: false }) : text;
  return {
    effect: (effect, text) => style(colours[effect], text),
    strong: (text) => style("bold", text),
    faint: (text) => style("dim", text),
  };
}
