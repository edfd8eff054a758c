import { mergeConfig } from "vitest/config";
import shared, { alone } from "../vitest.shared.ts";

// The guides change what `fetch` is.
export default mergeConfig(shared, { test: { ...alone } });
