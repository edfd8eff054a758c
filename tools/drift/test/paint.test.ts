import { afterEach, expect, test, vi } from "vitest";
import { paintFor } from "../src/report/paint.ts";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["a terminal", { isTTY: true }, "", "\u001b[1mwords\u001b[22m"],
  ["a terminal of somebody who wants no colours", { isTTY: true }, "1", "words"],
  ["a file or a pipe", {}, "", "words"],
])("colours on %s", (_, stream, noColour, printed) => {
  vi.stubEnv("NO_COLOR", noColour);
  expect(paintFor(stream).strong("words")).toBe(printed);
});
