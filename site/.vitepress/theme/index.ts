import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import Count from "./Count.vue";
import FilteredTable from "./FilteredTable.vue";
import Home from "./Home.vue";
import LazyConsole from "./LazyConsole.vue";
import Measured from "./Measured.vue";
import PageList from "./PageList.vue";
import SdkTable from "./SdkTable.vue";
import SizeTable from "./SizeTable.vue";
import "./style.css";
import "./home.css";
import "./console.css";
import "virtual:picture-colours.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("Count", Count);
    app.component("FilteredTable", FilteredTable);
    app.component("Home", Home);
    app.component("LazyConsole", LazyConsole);
    app.component("Measured", Measured);
    app.component("PageList", PageList);
    app.component("SdkTable", SdkTable);
    app.component("SizeTable", SizeTable);
  },
} satisfies Theme;
