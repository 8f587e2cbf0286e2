// SPDX-License-Identifier: MIT
// Plots and maps as pictures that can be sent: SVG and PNG, made from what is drawn on the page, with
// its title. The page may load nothing, so a PNG is drawn line by line and not from the SVG.
(() => {
  "use strict";
  const MARGIN = 24;
  const TITLE = 44;
  const FOOT = 30;

  const styleOf = (element) => {
    const style = getComputedStyle(element);
    const pixels = (value) => Number.parseFloat(value) || 0;
    return {
      stroke: style.stroke,
      width: pixels(style.strokeWidth),
      dashes: style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[\s,]+/).map(pixels),
      fill: style.fill,
      opacity: Number(style.opacity),
      fillOpacity: Number(style.fillOpacity),
    };
  };
  const fontOf = (element) => {
    const style = getComputedStyle(element);
    return { size: Number.parseFloat(style.fontSize), weight: style.fontWeight, family: style.fontFamily };
  };

  // The words of a mark; where it stands is told in shares of the picture, which are pixels here.
  const lengthOf = (element, name) => {
    const list = element[name].baseVal;
    return list.numberOfItems ? list.getItem(0).value : 0;
  };
  const drawn = {
    line: (one, x, y) => ({ x1: x + one.x1.baseVal.value, y1: y + one.y1.baseVal.value, x2: x + one.x2.baseVal.value, y2: y + one.y2.baseVal.value }),
    circle: (one, x, y) => ({ x: x + one.cx.baseVal.value, y: y + one.cy.baseVal.value, r: one.r.baseVal.value }),
    path: (one, x, y) => ({ x, y, d: one.getAttribute("d") }),
    text: (one, x, y) => ({
      x: x + lengthOf(one, "x") + lengthOf(one, "dx"),
      y: y + lengthOf(one, "y") + lengthOf(one, "dy"),
      text: one.textContent,
      anchor: getComputedStyle(one).textAnchor,
      font: fontOf(one),
    }),
  };
  const marksOf = (svg, x, y) =>
    Array.from(svg.children).flatMap((one) => {
      if (one.tagName === "svg") {
        return marksOf(one, x + one.x.baseVal.value, y + one.y.baseVal.value);
      }
      return drawn[one.tagName] ? [{ shape: one.tagName, ...drawn[one.tagName](one, x, y), style: styleOf(one) }] : [];
    });

  // Words outside a drawing, one by one, so that lines break where the page breaks them.
  const wordsOf = (figure, frame) => {
    const words = [];
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("svg")) {
        continue;
      }
      for (const { 0: text, index } of node.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const box = range.getBoundingClientRect();
        if (box.width) {
          const style = { fill: getComputedStyle(node.parentElement).color, stroke: "none", width: 0, dashes: [], opacity: 1, fillOpacity: 1 };
          const font = fontOf(node.parentElement);
          words.push({ shape: "text", x: box.left - frame.left, y: box.top - frame.top + (box.height + font.size * 0.7) / 2, text, anchor: "start", font, style });
        }
      }
    }
    return words;
  };

  const pictureOf = (figure) => {
    const frame = figure.getBoundingClientRect();
    const marks = Array.from(figure.querySelectorAll("svg"))
      .filter((one) => !one.parentElement.closest("svg"))
      .flatMap((one) => {
        const box = one.getBoundingClientRect();
        return marksOf(one, box.left - frame.left, box.top - frame.top);
      });
    const page = getComputedStyle(document.body);
    const line = (text, y, size, color) => ({
      shape: "text", x: 0, y, text, anchor: "start",
      font: { size, weight: "400", family: page.fontFamily },
      style: { fill: color, stroke: "none", width: 0, dashes: [], opacity: 1, fillOpacity: 1 },
    });
    const name = nameOf(figure);
    const maker = document.querySelector('meta[name="generator"]').content;
    return {
      name,
      width: Math.ceil(Math.max(frame.width, name.length * 8)) + 2 * MARGIN,
      height: Math.ceil(frame.height) + TITLE + FOOT + MARGIN,
      ground: page.backgroundColor,
      marks: [line(name, 4 - TITLE / 2, 16, page.color), ...marks, ...wordsOf(figure, frame), line(`Made by ${maker}`, frame.height + FOOT - 6, 11, page.color)],
    };
  };
  const nameOf = (figure) =>
    (figure.dataset.name || figure.closest("article.group").querySelector(".group-about").textContent).trim();

  const escaped = (text) => String(text).replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
  const near = (number) => Math.round(number * 100) / 100;
  const asText = ({ shape, style, ...one }) => {
    const look = `fill="${escaped(style.fill)}" fill-opacity="${style.fillOpacity}" stroke="${escaped(style.stroke)}" stroke-width="${style.width}" opacity="${style.opacity}"${style.dashes.length ? ` stroke-dasharray="${style.dashes.join(" ")}"` : ""}`;
    return {
      line: () => `<line x1="${near(one.x1)}" y1="${near(one.y1)}" x2="${near(one.x2)}" y2="${near(one.y2)}" ${look}/>`,
      circle: () => `<circle cx="${near(one.x)}" cy="${near(one.y)}" r="${one.r}" ${look}/>`,
      path: () => `<path transform="translate(${near(one.x)} ${near(one.y)})" d="${escaped(one.d)}" ${look}/>`,
      text: () => `<text x="${near(one.x)}" y="${near(one.y)}" text-anchor="${one.anchor}" font-family="${escaped(one.font.family)}" font-size="${one.font.size}" font-weight="${one.font.weight}" fill="${escaped(style.fill)}">${escaped(one.text)}</text>`,
    }[shape]();
  };
  const svgOf = ({ name, width, height, ground, marks }) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(name)}</title>\n` +
    `<rect width="100%" height="100%" fill="${escaped(ground)}"/>\n<g transform="translate(${MARGIN} ${TITLE})">\n${marks.map(asText).join("\n")}\n</g></svg>\n`;

  const paint = (context, { shape, style, ...one }) => {
    const stroked = style.stroke !== "none" && style.width > 0;
    context.globalAlpha = style.opacity;
    context.lineWidth = style.width;
    context.setLineDash(style.dashes);
    if (shape === "text") {
      context.font = `${one.font.weight} ${one.font.size}px ${one.font.family}`;
      context.textAlign = { middle: "center", end: "right" }[one.anchor] || "left";
      context.fillStyle = style.fill;
      context.fillText(one.text, one.x, one.y);
      return;
    }
    const path = new Path2D(shape === "path" ? one.d : undefined);
    if (shape === "line") {
      path.moveTo(one.x1, one.y1);
      path.lineTo(one.x2, one.y2);
    } else if (shape === "circle") {
      path.arc(one.x, one.y, one.r, 0, 2 * Math.PI);
    }
    context.save();
    context.translate(shape === "path" ? one.x : 0, shape === "path" ? one.y : 0);
    if (style.fill !== "none" && shape !== "line") {
      context.globalAlpha = style.opacity * style.fillOpacity;
      context.fillStyle = style.fill;
      context.fill(path);
      context.globalAlpha = style.opacity;
    }
    if (stroked) {
      context.strokeStyle = style.stroke;
      context.stroke(path);
    }
    context.restore();
  };
  const pngOf = ({ width, height, ground, marks }) => {
    const SHARP = 2; // pixels of the picture a pixel of the page
    const canvas = document.createElement("canvas");
    canvas.width = width * SHARP;
    canvas.height = height * SHARP;
    const context = canvas.getContext("2d");
    context.scale(SHARP, SHARP);
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    context.translate(MARGIN, TITLE);
    for (const mark of marks) {
      paint(context, mark);
    }
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };

  const fileName = (name, kind) => `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "plot"}.${kind}`;
  const save = async (figure, kind) => {
    const picture = pictureOf(figure);
    const blob = kind === "svg" ? new Blob([svgOf(picture)], { type: "image/svg+xml" }) : await pngOf(picture);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = fileName(picture.name, kind);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  // Made only where a reader comes near, as all buttons of the page.
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        seen.unobserve(target);
        const place = document.createElement("p");
        place.className = "save";
        place.append("Save as ");
        for (const kind of ["svg", "png"]) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = kind.toUpperCase();
          button.addEventListener("click", () => save(target, kind));
          place.append(button, " ");
        }
        target.after(place);
      }
    }
  }, { rootMargin: "600px" });
  for (const figure of document.querySelectorAll("figure.plot, figure.times, figure.map-figure")) {
    seen.observe(figure);
  }
})();
