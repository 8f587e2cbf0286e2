// A script beside the pages: never read.
const headline = "700 people were killed";
