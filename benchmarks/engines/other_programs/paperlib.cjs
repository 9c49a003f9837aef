// What Paperlib writes as BibTeX, written anew from app/service/services/reference-service.ts of
// Future-Scholars/paperlib (b6786ca): parseSingle, exportBibTexBody and escapeLaTexString, around
// the real citation-js 0.6.4. arXiv papers have "arXiv" as their journal there, and no id.
const Cite = require("citation-js");

const papers = JSON.parse(require("fs").readFileSync(0, "utf-8"));

const item = (paper) => {
  const names = paper.authors.join(", ").split(",").map((name) => {
    const parts = name.trim().split(" ");
    return { given: parts.slice(0, -1).join(" "), family: parts[parts.length - 1] };
  });
  let key = names[0].family.toLowerCase() + paper.year;
  for (const word of paper.title.split(" ")) {
    if (!["the", "a", "an"].includes(word.toLocaleLowerCase()) && word.length > 3) {
      key += word.toLowerCase().replace(/\s/g, "").replace(/[^\p{L}|\s]/gu, "");
      break;
    }
  }
  return {
    id: paper.id, type: "article", title: paper.title, author: names, "citation-key": key,
    issued: { "date-parts": [[paper.year]] }, "container-title": "arXiv",
  };
};

const cite = new Cite(papers.map(item));
const formulas = [];
for (const data of cite.data) {
  for (const formula of data.title.match(/\$(.*?)\$/g) || []) {
    formulas.push(formula);
    data.title = data.title.replace(formula, "MATHENVDOLLAR{i}");
  }
}
let body = cite.format("bibtex")
  .replaceAll("&", "\\&").replaceAll("%", "\\%").replaceAll("#", "\\#");
for (const formula of formulas) {
  body = body.replace("MATHENVDOLLAR{i}", formula).replace("{MATHENVDOLLAR}{i}", formula);
}
process.stdout.write(body);
