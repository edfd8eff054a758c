import { describe } from "vitest";
import { testSituations } from "./fixtures/situations.ts";
import { tables } from "./fixtures/tables.ts";

describe.each(tables)("$provider", testSituations);
