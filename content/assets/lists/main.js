// Starts the list that a page holds, if it holds one. Built with the modules it uses into one classic script, lists.js.

import { directiveList } from "./directives.js";
import { startList } from "./list.js";
import { workList } from "./work.js";

for (const kind of [workList, directiveList]) startList(kind);
