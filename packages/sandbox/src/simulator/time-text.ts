import type { TimeFormat, TimePattern } from "@refunds/core/provider";

/** Formats a time. `at` is in milliseconds since 1970. */
export function timeText(at: number, format: TimeFormat | TimePattern): string {
  if (typeof format === "object") return byPattern(at, format);
  switch (format) {
    case "unix-seconds":
      return String(Math.floor(at / 1000));
    case "unix-milliseconds":
      return String(at);
    case "iso-8601":
      return new Date(at).toISOString();
    case "rfc-1123":
      return new Date(at).toUTCString();
  }
}

const names: Readonly<Record<string, string>> = {
  yyyy: "year",
  MM: "month",
  dd: "day",
  HH: "hour",
  mm: "minute",
  ss: "second",
  SSS: "fractionalSecond",
};

function byPattern(at: number, { pattern, zone }: TimePattern): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
  return pattern
    .split(/('[^']*'|yyyy|MM|dd|HH|mm|ss|SSS|XXX)/)
    .map((piece) => {
      if (piece.startsWith("'")) return piece.slice(1, -1);
      return piece === "XXX" ? offset : part(names[piece] ?? "") || piece;
    })
    .join("");
}
