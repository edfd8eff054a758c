/**
 * Pictures name colours by what they mean. The rules here are for code hosts, where a picture stands alone; the site has the same in its own
 * style sheet, which follows the reader's choice.
 */
export type Tone = "plain" | "good" | "bad" | "open" | "quiet";

const rules = (light: boolean): string => {
  const [ink, line, card] = light
    ? ["#213547", "#8b949e", "#f6f8fa"]
    : ["#e6edf3", "#8b949e", "#20242b"];
  const tones: Record<Tone, readonly [string, string]> = light
    ? {
        plain: [card, line],
        good: ["#dcfce7", "#15803d"],
        bad: ["#fee2e2", "#b91c1c"],
        open: ["#fef3c7", "#b45309"],
        quiet: ["#f1f5f9", "#64748b"],
      }
    : {
        plain: [card, line],
        good: ["#0f2e1c", "#4ade80"],
        bad: ["#3b1414", "#f87171"],
        open: ["#352508", "#fbbf24"],
        quiet: ["#1e2530", "#94a3b8"],
      };
  const boxes = Object.entries(tones).map(
    ([name, [fill, stroke]]) =>
      `.p-${name}{fill:${fill};stroke:${stroke}}.p-${name}-line{stroke:${stroke};fill:none}.p-${name}-head{stroke:${stroke};fill:${stroke}}`,
  );
  return `.p-ink{fill:${ink}}.p-soft{fill:${line}}${boxes.join("")}`;
};

export const style = `<style>${rules(true)}@media(prefers-color-scheme:dark){${rules(false)}}</style>`;

/** For the site's style sheet. */
export const siteStyle = (): string =>
  [
    ...rules(true)
      .split("}")
      .filter(Boolean)
      .map((rule) => `.picture ${rule} }`),
    ...rules(false)
      .split("}")
      .filter(Boolean)
      .map((rule) => `.dark .picture ${rule} }`),
  ].join("\n");
