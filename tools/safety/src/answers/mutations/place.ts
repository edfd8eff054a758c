import type { Dice } from "../dice.ts";
import { type Node, type Place, placesIn } from "../json-tree.ts";
import type { Surroundings } from "../mutation.ts";

/** Any place that fits; half of the time one that an outcome depends on, where there is such a one. */
function placeOf(
  tree: Node,
  dice: Dice,
  { decisive }: Surroundings,
  fits: (place: Place) => boolean = () => true,
): Place | undefined {
  const places = placesIn(tree).filter(fits);
  if (places.length === 0) return undefined;
  const telling = places.filter(({ at }) => decisive.includes(at));
  return dice.pick(telling.length > 0 && dice.nat(2) === 0 ? telling : places);
}

/** A mutation's change that is done to one place. */
export const atPlace =
  (
    fits: (place: Place) => boolean,
    change: (place: Place, dice: Dice, around: Surroundings) => void,
  ) =>
  (tree: Node, dice: Dice, around: Surroundings): Node => {
    const place = placeOf(tree, dice, around, fits);
    if (place) change(place, dice, around);
    return tree;
  };
