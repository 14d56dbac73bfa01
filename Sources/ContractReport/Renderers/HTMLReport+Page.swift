extension HTMLReport {
    static let style = """
        :root { --back: #fff; --text: #1c2024; --faint: #60646c; --line: #e2e3e8; --code: #f5f6f8;
          --red: #b42318; --red-back: #fdecea; --green: #146c43; --green-back: #e8f6ee; --amber: #8a5a00;
          --amber-back: #fdf3dc; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --back: #151718; --text: #edeef0; --faint: #a0a4ab; --line: #303538; --code: #1f2426;
            --red: #ff9c93; --red-back: #3a1d1b; --green: #6bdca9; --green-back: #14301f; --amber: #f5c15d;
            --amber-back: #35290f; }
        }
        .red { --mark: var(--red); } .green { --mark: var(--green); } .amber { --mark: var(--amber); }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 84rem; padding: 1.5rem; background: var(--back); color: var(--text);
          font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        h1 { margin: 0 0 .5rem; font-size: 1.5rem; color: var(--mark); }
        h1 span { background: var(--mark); color: var(--back); border-radius: 6px; padding: .1rem .6rem; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
        h3 { margin: .8rem 0 .2rem; font-size: .95rem; }
        p { margin: .2rem 0; }
        time, small, .note, .remarks, output { color: var(--faint); }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .8rem; padding: 0;
          margin: 1rem 0; list-style: none; }
        .figures li { border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; }
        .figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
        .figures small { display: block; }
        .figures .bad { border-color: var(--red); } .figures .bad b { color: var(--red); }
        meter { display: block; width: 100%; height: .7rem; }
        input { font: inherit; padding: .2rem .5rem; border: 1px solid var(--line); border-radius: 4px;
          background: var(--back); color: var(--text); }
        .card { border: 1px solid var(--line); border-left: 4px solid var(--green); border-radius: 6px; margin: .4rem 0;
          padding: .35rem .8rem; }
        .card > summary { font-weight: 600; }
        .card.breach, .card.failed { border-left-color: var(--red); }
        .card.warning, .card.skipped { border-left-color: var(--amber); }
        #stories { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .4rem; }
        #stories .card { margin: 0; } #stories .card[open] { grid-column: 1 / -1; }
        summary { cursor: pointer; }
        summary small { font-weight: 400; margin-left: .5rem; }
        .tag { font-size: .8rem; font-weight: 600; border-radius: 4px; padding: .05rem .4rem; white-space: nowrap; }
        .tag.passed { background: var(--green-back); color: var(--green); }
        .breach > summary .tag, .tag.failed { background: var(--red-back); color: var(--red); }
        .warning > summary .tag, .tag.skipped { background: var(--amber-back); color: var(--amber); }
        .checks { list-style: none; margin: .4rem 0; padding: 0; font-size: .9rem; }
        .checks li { padding: .1rem 0 .1rem 1.4rem; text-indent: -1.4rem; }
        .checks li::before { content: "✓"; display: inline-block; width: 1.4rem; text-indent: 0; color: var(--green); }
        .checks .failed::before { content: "✗"; color: var(--red); } .checks .failed { color: var(--red); }
        .checks .skipped::before { content: "–"; color: var(--amber); }
        code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85rem; }
        .checks code, .matrix code { color: var(--faint); }
        pre { background: var(--code); margin: .3rem 0; padding: .6rem; border-radius: 6px; white-space: pre-wrap; }
        .curl { user-select: all; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid var(--line); }
        .faults { margin: .4rem 0; } .faults td { width: 33%; } .faults small { display: block; }
        .matrix { font-size: .75rem; overflow-wrap: normal; } .matrix code { font-size: .72rem; }
        .matrix th, .matrix td { padding: .15rem .25rem; text-align: center; white-space: nowrap; }
        .matrix :is(th, td):is(:nth-child(1), :nth-child(2)) { text-align: left; }
        .matrix tbody th { font-weight: 600; }
        .matrix .seen { background: var(--green-back); color: var(--green); }
        .matrix .unseen { background: var(--amber-back); } .unseen { color: var(--amber); }
        .matrix .undocumented { background: var(--red-back); } .undocumented { color: var(--red); font-weight: 600; }
        dt { font-weight: 600; } dd { margin: 0 0 .5rem; color: var(--faint); }
        [hidden] { display: none; }
        @media print {
          body { max-width: none; padding: 0; font-size: 11px; }
          .filter { display: none; }
          .card > summary, tr { break-inside: avoid; }
          .matrix { font-size: 7px; } .matrix th, .matrix td { padding: 0 .15rem; }
          h1 span, .tag, .matrix td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """

    static let script = """
        for (const input of document.querySelectorAll("input[data-for]")) {
          const area = document.getElementById(input.dataset.for);
          const rows = [...area.querySelectorAll(".row")];
          const groups = [...area.querySelectorAll("details.card:not(.row)")];
          const open = new Set(groups.filter(group => group.open));
          const count = document.querySelector(`[data-count="${input.dataset.for}"]`);
          const show = () => {
            const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
            let shown = 0;
            for (const row of rows) {
              const group = row.closest("details.card:not(.row)");
              const text = (row.textContent + (group ? group.firstElementChild.textContent : "")).toLowerCase();
              row.hidden = !words.every(word => text.includes(word));
              if (!row.hidden) shown += 1;
            }
            for (const group of groups) {
              group.hidden = !group.querySelector(".row:not([hidden])");
              group.open = words.length ? !group.hidden : open.has(group);
            }
            count.textContent = `${shown} of ${rows.length}`;
          };
          input.addEventListener("input", show);
          show();
        }
        addEventListener("beforeprint", () => {
          for (const finding of document.querySelectorAll("#findings details")) finding.open = true;
        });
        """
}
