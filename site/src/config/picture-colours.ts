/** The style sheet of pictures, as a module of the site. */
import { siteStyle } from "../pictures/colours.ts";

const name = "virtual:picture-colours.css";
const resolved = `\0${name}`;

export const pictureColours = () => ({
  name: "picture-colours",
  resolveId: (id: string) => (id === name ? resolved : undefined),
  load: (id: string) => (id === resolved ? siteStyle() : undefined),
});
