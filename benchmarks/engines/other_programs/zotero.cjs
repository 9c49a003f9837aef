// Runs Zotero's own BibTeX.js (zotero/translators, AGPL, not part of this project) as it is, on
// items as its arXiv.org.js makes them. Only what the two ask of Zotero is written here:
// names are parted before their last word, as Zotero.Utilities.cleanAuthor does.
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const papers = JSON.parse(fs.readFileSync(0, "utf-8"));
const source = fs.readFileSync(path.join(process.argv[2], "BibTeX.js"), "utf-8");
const code = source.slice(source.indexOf("\n}\n") + 3); // behind the translator's header

const creator = (name) => {
  const clean = name.replace(/^[\s\u00A0.,/[\]:]+/, "").replace(/[\s\u00A0.,/[\]:]+$/, "");
  const space = clean.lastIndexOf(" ");
  return {
    firstName: clean.slice(0, Math.max(space, 0)), lastName: clean.slice(space + 1),
    creatorType: "author",
  };
};
const items = papers.map((paper) => ({
  itemType: "preprint", title: paper.title.replace(/\s+/g, " ").trim(),
  date: `${paper.year}-${String(paper.month).padStart(2, "0")}-01`,
  creators: paper.authors.map(creator), dateAdded: "2026-01-01 00:00:00",
  url: "http://arxiv.org/abs/" + paper.id, DOI: "10.48550/arXiv." + paper.id,
  extra: `arXiv:${paper.id}` + (paper.category ? ` [${paper.category}]` : ""),
  publisher: "arXiv", tags: [], notes: [], attachments: [],
}));

const written = [];
const utilities = {
  getCreatorsForType: () => ["author"],
  strToDate: (text) => ({ year: text.slice(0, 4), month: Number(text.slice(5, 7)) - 1 }),
  removeDiacritics: (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""),
};
const Zotero = {
  write: (text) => written.push(text), nextItem: () => items.shift(), debug: () => {},
  getOption: (name) => (name === "exportCharset" ? "UTF-8" : false), getHiddenPref: () => false,
  Utilities: utilities,
};
vm.runInNewContext(code + "\ndoExport();", { Zotero, ZU: utilities });
process.stdout.write(written.join(""));
