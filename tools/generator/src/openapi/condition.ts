/** From a documented condition to core's. */
import type { Condition } from "../core-types.ts";
import { isPresence } from "../presence.ts";
import { pointerTo } from "./answer-places.ts";
import type { RawRule } from "./document.ts";

/** Values are compared as text. */
export const conditionOf = (when: RawRule["when"]): Condition =>
  Object.fromEntries(
    Object.entries(when).map(([at, value]) => [
      pointerTo(at),
      isPresence(value) ? value : Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
