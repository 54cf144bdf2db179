// The list of directives: by issuer, kind, year, role and the number of plans that cite them.

import { byKnown, byText } from "./list.js";

export const directiveList = {
  form: "loc-van-ban",
  table: "van-ban",
  count: "so-van-ban",
  none: "khong-co",
  things: "văn bản",
  row: (element) => ({
    issuer: element.dataset.issuer,
    kind: element.dataset.kind,
    year: element.dataset.year,
    roles: element.dataset.roles.split(" "),
    plans: Number(element.dataset.plans),
    open: "open" in element.dataset,
    name: element.querySelector("a").textContent.trim(),
  }),
  fits(row, value) {
    const year = value("nam");
    return (!value("co-quan") || row.issuer === value("co-quan"))
      && (!value("loai") || row.kind === value("loai"))
      && (!year || (year === "khong-ro" ? !row.year : row.year === year))
      && (!value("vai-tro") || row.roles.includes(value("vai-tro")))
      && row.plans >= Number(value("so-ke-hoach"))
      && (!value("chua-ro") || row.open);
  },
  orders: {
    "ke-hoach": byText("plans"),
    nam: byKnown("year"),
    "nam-giam": byKnown("year", -1),
    "van-ban": byText("name"),
    "co-quan": byText("issuer"),
    loai: byText("kind"),
  },
  turned: { nam: "nam-giam", "ke-hoach": "" }, // the number of plans begins with the most
};
