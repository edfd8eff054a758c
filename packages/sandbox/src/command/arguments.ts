/** Parses option values. Each function throws the message that the command prints. */
import { InvalidArgumentError } from "commander";
import { isWebhook } from "../options/read-notify.ts";

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new InvalidArgumentError("Must be an integer from 0 to 65535.");
  }
  return port;
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("Must be an integer.");
  }
  return number;
}

export function milliseconds(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 86_400_000) {
    throw new InvalidArgumentError("Must be an integer from 0 to 86400000, a day.");
  }
  return number;
}

export function webhookUrl(text: string): string {
  if (!isWebhook(text)) {
    throw new InvalidArgumentError(
      "Must be a URL, such as http://localhost:3000/webhooks/{provider}.",
    );
  }
  return text;
}
