/** What documentation says of a provider's notifications. */
import type { NotificationTable } from "../core-types.ts";
import type { Provider } from "../model.ts";
import { cell, paragraph } from "./text.ts";

export function printNotified({ title, notification, settings, credentials }: Provider): string {
  if (!notification) return `${title} documents no notification about refunds that is read.`;
  const { verify, encrypted, rules } = notification;
  const options = [...settings, ...credentials.flat()].flatMap(({ name }) =>
    JSON.stringify([verify, encrypted]).includes(`"credentials.${name}"`) ? `\`${name}\`` : [],
  );
  const signed = verify
    ? `It is signed; the client verifies ${encrypted ? "and decrypts " : ""}it with ${[...new Set(options)].join(" and ")}.`
    : `${title} does not sign it, or not in a way that the client can verify, so it proves nothing.`;
  return [
    paragraph(
      `\`client.notification(request)\` reads it, and \`refunds.notification(account, request)\` settles the refund. ${signed} It names the refund by ${namesOf(notification)}.`,
    ),
    ["| what stands in it | means | |", "|---|---|---|", ...rules.map(row)].join("\n"),
  ].join("\n\n");
}

const namesOf = ({ about }: NotificationTable): string =>
  Object.keys(about)
    .map((source) => `\`${source}\``)
    .join(", ");

function row({ when, proves, confirm }: NotificationTable["rules"][number]): string {
  const condition = Object.entries(when)
    .map(([at, expected]) => {
      if (typeof expected === "object" && "present" in expected) {
        return `\`${at}\` ${expected.present ? "present" : "absent"}`;
      }
      const texts = [expected].flat().map((text) => (text === "" ? "empty" : text));
      return `\`${at}\` ${texts.join(" or ")}`;
    })
    .join(", ");
  return `| ${cell(condition)} | \`${proves}\` | ${confirm ? "a reason to ask" : "proves it"} |`;
}
