// SPDX-License-Identifier: MIT
// The report's filters. The page reads well without this script; it only hides what does not fit
// and keeps the choice in the address. Nothing of a saved page is ever written as markup.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const groups = Array.from(document.querySelectorAll("article.group"));
  const inOrder = Array.from(document.querySelectorAll("[data-heading], article.group"));
  const singles = Array.from(document.querySelectorAll("details.singles"));
  const found = document.getElementById("found");
  const nothing = document.getElementById("nothing");
  const names = ["text", "verdict", "topic", "measure", "source", "place", "time", "published", "order"];
  const section = document.getElementById("comparison");
  const byTopic = Array.from(section.children);
  const texts = new Map();

  const textOf = (group) => {
    if (!texts.has(group)) {
      texts.set(group, group.textContent.toLocaleLowerCase());
    }
    return texts.get(group);
  };
  const sources = new Map(
    groups.map((group) => [group, new Set(Array.from(group.querySelectorAll("th > bdi, .single-who b bdi"), (one) => one.textContent))]),
  );
  const words = (name) => name.replaceAll("_", " ");

  const fill = (name, values, label) => {
    const counts = new Map();
    for (const value of values) {
      if (value) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    }
    const select = form.elements[name];
    for (const value of Array.from(counts.keys()).sort((a, b) => a.localeCompare(b))) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = `${label(value)} (${counts.get(value)})`;
      select.append(option);
    }
  };

  const topicTitle = (name) => {
    const heading = document.getElementById(`topic-${name}`);
    return heading ? heading.textContent : words(name);
  };

  // A year or month meets a group whose time touches it; a time that is told less precisely touches
  // all that lies in it.
  const NO_TIME = "none";
  const touches = (group, time) => {
    const { from, to } = group.dataset;
    if (time === NO_TIME || !from) {
      return time === NO_TIME && !from;
    }
    const upTo = (text) => Math.min(text.length, time.length);
    return from.slice(0, upTo(from)) <= time.slice(0, upTo(from)) && to.slice(0, upTo(to)) >= time.slice(0, upTo(to));
  };

  // What a span of time is chosen by: its month, its years, or its decades. A span of years began in
  // no month that anybody would look for.
  const periods = (from, to) => {
    const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    const ends = (length) => [from.slice(0, length), to.slice(0, length)];
    if (years > 1) {
      return ends(3);
    }
    return from.length < 7 || to.length < 7 || ends(4).some((year, i) => ends(7)[i] === year) || days(from, to) > 62
      ? ends(4)
      : [...ends(4), ...ends(7)];
  };
  const days = (from, to) => (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86400000;
  const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
  const periodName = (period) =>
    period.length === 3 ? `${period}0s` : period.length === 4 ? period : `\u2003${month.format(new Date(`${period}-01T00:00Z`))}`;

  // The choices of a field for time, each with how many groups it lets through.
  const fillPeriods = (name, spans, meets) => {
    const all = new Set(spans.flatMap(([from, to]) => (/^\d{4}/.test(from) && /^\d{4}/.test(to) ? periods(from, to) : [])));
    const choices = Array.from(all).sort().map((period) => [period, periodName(period)]);
    for (const [value, label] of [...choices, [NO_TIME, "not stated"]]) {
      const count = groups.filter((group) => meets(group, value)).length;
      if (count) {
        form.elements[name].append(new Option(`${label} (${count})`, value));
      }
    }
  };

  const publications = new Map(
    groups.map((group) => [
      group,
      [group, ...group.querySelectorAll("[data-published]")].map((one) => one.dataset.published).filter((day) => day !== undefined),
    ]),
  );
  const isPublished = (group, period) =>
    publications.get(group).some((day) => (period === NO_TIME ? !day : day.startsWith(period)));

  const fits = (group, wanted) =>
    (!wanted.verdict || group.dataset.verdict === wanted.verdict) &&
    (!wanted.topic || group.dataset.topic === wanted.topic) &&
    (!wanted.measure || group.dataset.measure === wanted.measure) &&
    (!wanted.place || group.dataset.place === wanted.place) &&
    (!wanted.time || touches(group, wanted.time)) &&
    (!wanted.published || isPublished(group, wanted.published)) &&
    (!wanted.source || sources.get(group).has(wanted.source)) &&
    wanted.terms.every((term) => textOf(group).includes(term));

  // A heading is shown while a group below it is; what one source alone says opens for a filter.
  const showHeadings = (filtered) => {
    let topic = null;
    let measure = null;
    for (const one of inOrder) {
      if (one.dataset.heading) {
        one.hidden = true;
        topic = one.dataset.heading === "topic" ? one : topic;
        measure = one.dataset.heading === "measure" ? one : measure;
      } else if (!one.hidden) {
        topic.hidden = false;
        measure.hidden = false;
      }
    }
    for (const details of singles) {
      details.hidden = details.querySelector("article.group:not([hidden])") === null;
      details.open = filtered && !details.hidden;
    }
  };

  // In another order than by topic there are no headings, and figures of one source alone come last.
  let order = "";
  const arrange = (wanted) => {
    if (wanted !== order) {
      section.append(...byTopic);
      order = wanted;
      const size = { spread: (group) => Number(group.dataset.spread) || 0, sources: (group) => sources.get(group).size }[order];
      if (size) {
        const compared = byTopic.filter((one) => one.matches("article.group"));
        section.append(...compared.sort((a, b) => size(b) - size(a)), ...singles);
      }
    }
    if (order) {
      for (const heading of section.querySelectorAll("[data-heading]")) {
        heading.hidden = true;
      }
    }
  };

  const keepInAddress = (wanted) => {
    const query = new URLSearchParams();
    for (const name of names) {
      if (wanted[name]) {
        query.set(name, wanted[name]);
      }
    }
    const search = query.toString();
    try {
      history.replaceState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
    } catch {
      // some browsers refuse this for a file address: the filter works all the same
    }
  };

  const apply = () => {
    const wanted = {};
    for (const name of names) {
      wanted[name] = form.elements[name].value;
    }
    wanted.terms = wanted.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups) {
      const fit = fits(group, wanted);
      if (group.hidden === fit) {
        group.hidden = !fit;
      }
      shown += fit ? 1 : 0;
    }
    showHeadings(shown < groups.length);
    arrange(wanted.order);
    nothing.hidden = shown > 0 || groups.length === 0;
    found.textContent = shown === groups.length ? `${groups.length} groups` : `${shown} of ${groups.length} groups`;
    for (const chip of document.querySelectorAll(".tally button")) {
      chip.setAttribute("aria-pressed", String(chip.value === wanted.verdict));
    }
    keepInAddress(wanted);
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      form.elements[name].value = query.get(name) || "";
      if (form.elements[name].selectedIndex === -1) {
        form.elements[name].value = "";
      }
    }
  };

  // The verdicts at the top become buttons that filter.
  const makeChips = () => {
    for (const item of document.querySelectorAll(".tally > li")) {
      const button = document.createElement("button");
      button.type = "button";
      button.value = item.dataset.verdict;
      button.append(...item.childNodes);
      item.append(button);
      button.addEventListener("click", () => {
        const select = form.elements.verdict;
        select.value = select.value === button.value ? "" : button.value;
        apply();
      });
    }
  };

  // Groups off the screen have no true height until they come near it, and what is drawn on the way
  // moves the target: the page comes back to it until it rests, or the reader takes over.
  let journey = 0;
  const settle = (move) => {
    const FRAMES = 12;
    const mine = ++journey;
    const step = (left) => {
      if (mine === journey) {
        move();
        if (left) {
          requestAnimationFrame(() => step(left - 1));
        }
      }
    };
    step(FRAMES);
  };
  const comeTo = (target) => {
    const high = target.getBoundingClientRect().height > innerHeight;
    const block = high || target.matches("article, details, section, h2, h3") ? "start" : "center";
    settle(() => target.scrollIntoView({ block, behavior: "instant" }));
  };
  const keepAt = (element, top) =>
    settle(() => scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" }));
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    addEventListener(kind, () => journey++, { passive: true });
  }

  // A link to words in a closed document opens it; one to a hidden group shows it.
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target) {
      return;
    }
    const group = target.closest("article.group");
    if (group && group.hidden) {
      form.reset();
      apply();
    }
    for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) {
      outer.open = true;
    }
    target.tabIndex = target.matches("a[href]") ? 0 : -1;
    target.focus({ preventScroll: true });
    comeTo(target);
  };

  fill("verdict", groups.map((group) => group.dataset.verdict), words);
  fill("topic", groups.map((group) => group.dataset.topic), topicTitle);
  fill("measure", groups.map((group) => group.dataset.measure), words);
  fill("place", groups.map((group) => group.dataset.place), (value) => value);
  fill("source", groups.flatMap((group) => Array.from(sources.get(group))), (value) => value);
  fillPeriods("time", groups.map(({ dataset }) => [dataset.from, dataset.to]), touches);
  fillPeriods("published", Array.from(publications.values()).flat().map((day) => [day, day]), isPublished);
  makeChips();
  read();
  document.getElementById("filter").hidden = false;
  if (matchMedia("(max-width: 46rem)").matches) { // a small screen starts with the comparison
    document.getElementById("filter").open = names.some((name) => form.elements[name].value);
    document.getElementById("contents").open = false;
  }
  apply();
  reveal();

  // A column's head sorts its table: up, down, and back to the order of the documents.
  const keys = {
    source: (row) => row.cells[0].textContent.toLocaleLowerCase(),
    figure: (row) => (row.dataset.figure === "" ? null : Number(row.dataset.figure)),
    when: (row) => row.dataset.when || null,
  };
  const compareKeys = (a, b) =>
    a === null || b === null ? (a === null) - (b === null) : typeof a === "string" ? a.localeCompare(b) : a - b;
  const sortBy = (head) => {
    const body = head.closest("table").tBodies[0];
    const next = { ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")] || "ascending";
    for (const other of head.parentElement.cells) {
      other.removeAttribute("aria-sort");
    }
    const rows = Array.from(body.rows);
    rows.forEach((row, i) => { row.dataset.place ||= String(i); });
    const key = keys[head.dataset.sort];
    const sign = next === "descending" ? -1 : 1;
    rows.sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place));
    if (next !== "none") {
      head.setAttribute("aria-sort", next);
      rows.sort((a, b) => (key(a) === null || key(b) === null ? compareKeys(key(a), key(b)) : sign * compareKeys(key(a), key(b))));
    }
    body.append(...rows);
  };
  const addSorting = (group) => {
    for (const head of group.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
    }
  };
  section.addEventListener("click", (event) => {
    const button = event.target.closest("th[data-sort] button");
    if (button) {
      sortBy(button.parentElement);
    }
  });

  // A claim is copied as it is quoted: its sentence, outlet, date, address and archived copy; a group by its address.
  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // some browsers refuse it to a file address
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus({ preventScroll: true });
    }
    const name = button.textContent;
    button.textContent = "copied";
    setTimeout(() => { button.textContent = name; }, 1500);
  };
  const quotation = (holder) => {
    const text = (selector) => holder.querySelector(selector)?.textContent.trim().replace(/\s+/g, " ") || "";
    const published = holder.closest("[data-published]").dataset.published;
    const address = Array.from(holder.querySelectorAll("a[href]")).find((one) => /^https?:/.test(one.href) && !one.matches(".archived"));
    const archived = holder.querySelector("a.archived");
    const outlet = text("th > bdi, .single-who b bdi");
    return [`"${text("q")}"`, outlet, published, address ? address.href : "", archived ? `archived at ${archived.href}` : ""].filter(Boolean).join(", ");
  };
  const addButton = (place, name, kind) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `copy ${kind}`;
    button.textContent = name;
    place.append(" ", button);
  };
  // made only where a reader comes near: ten thousand buttons are slow to make
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        near.unobserve(target);
        addSorting(target);
        addButton(target.querySelector(".group-reason, .said"), "copy link", "copy-link");
        for (const quote of target.querySelectorAll("q")) {
          addButton(quote.parentElement, "copy", "copy-claim");
        }
      }
    }
  }, { rootMargin: "600px" });
  for (const group of groups) {
    near.observe(group);
  }
  section.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) {
      const group = button.closest("article.group");
      const link = `${location.href.replace(/[?#].*$/, "")}#${group.id}`;
      copy(button, button.matches(".copy-link") ? link : quotation(button.closest("tr") || group));
    }
  });

  // The words of every group are gathered while nothing else is to do, so that the first search
  // is as quick as the others.
  const gather = (deadline, from = 0) => {
    let at = from;
    while (at < groups.length && deadline.timeRemaining() > 2) {
      textOf(groups[at++]);
    }
    if (at < groups.length) {
      requestIdleCallback((next) => gather(next, at));
    }
  };
  if (window.requestIdleCallback) {
    requestIdleCallback((deadline) => gather(deadline));
  }

  // Whoever filters further down has the first result before them; "Show all" keeps what is read.
  form.addEventListener("input", () => {
    apply();
    const first = Array.from(section.querySelectorAll("article.group:not([hidden])")).find((one) => one.offsetParent);
    if (section.getBoundingClientRect().top < 0) {
      comeTo(first || nothing);
    }
  });
  form.addEventListener("reset", () => {
    const read = document.elementsFromPoint(innerWidth * 0.6, innerHeight / 3).find((one) => one.matches("tr, p, h2, h3, h4, article, details, figure"));
    const top = read ? read.getBoundingClientRect().top : 0;
    setTimeout(() => {
      apply();
      if (read && read.offsetParent && section.getBoundingClientRect().top < 0) {
        keepAt(read, top);
      }
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { // the same link once more is no change of the hash
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) {
      setTimeout(reveal);
    }
  });
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("#comparison details")) {
      details.open = true;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input, select, textarea")) {
      event.preventDefault();
      form.elements.text.focus();
    }
  });
})();
