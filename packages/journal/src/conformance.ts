/**
 * Checks that every journal must pass. Loop over them in any test runner:
 *
 *     for (const { name, run } of journalConformance({ open })) test(name, run);
 */
import { atomicityChecks } from "./conformance/atomicity.ts";
import type { ConformanceCheck, ConformanceOptions } from "./conformance/check.ts";
import { contentChecks } from "./conformance/contents.ts";
import { durabilityChecks } from "./conformance/durability.ts";
import { failureChecks } from "./conformance/failures.ts";
import { leaseChecks } from "./conformance/leases.ts";
import { listingChecks } from "./conformance/listing.ts";
import { lookupChecks } from "./conformance/lookups.ts";
import { volumeChecks } from "./conformance/volume.ts";

export type { ConformanceCheck, ConformanceOptions } from "./conformance/check.ts";

/** Each check opens its own journals and closes them. A check that runs for more than a minute has found a deadlock. */
export const journalConformance = (options: ConformanceOptions): readonly ConformanceCheck[] => [
  ...contentChecks(options),
  ...lookupChecks(options),
  ...listingChecks(options),
  ...leaseChecks(options),
  ...atomicityChecks(options),
  ...failureChecks(options),
  ...durabilityChecks(options),
  ...volumeChecks(options),
];
