/** `src/notifications.ts`: what verifies and reads notifications. The client loads it when the first one arrives. */
import type { Provider } from "../model.ts";
import { md5Loader } from "./md5.ts";
import { doc, header, importNames, literal } from "./text.ts";
import { printMatch } from "./verifier.ts";

export function printNotifications({ spec, notification, title }: Provider): string {
  if (!notification) return "";
  const { verify, encrypted } = notification;
  const match = verify && printMatch([verify]);
  const names = importNames([
    ...(match?.uses ?? []),
    ...(encrypted ? ["decryptAesGcm"] : []),
    "notificationReader",
    "type NotificationTable",
  ]);
  const tools = [
    ...(match?.md5 ? ["md5"] : []),
    ...(encrypted ? ["decrypt: decryptAesGcm"] : []),
  ].join(", ");
  const reader = ["table", ...(match ? [match.value] : []), ...(tools ? [`{ ${tools} }`] : [])];
  return [
    header(spec),
    `import { ${names} } from "@refunds/core/notifications";\n\n`,
    match?.md5 ? md5Loader : "",
    `const table: NotificationTable = ${literal(notification)};\n\n`,
    doc([`Verifies and reads the notifications of ${title}.`]),
    `export const notifications = notificationReader(${reader.join(", ")});\n`,
  ].join("");
}
