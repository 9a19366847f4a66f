"""Train the shipped verdict models: ``python -m factcheck.evaluation.train --data DIR``.

In: ``DIR/quotes/recorded_search_dev.jsonl``. Out: ``full.json`` and ``fame.json`` as plain JSON, the same to the byte
for the same corpus, seed and library versions. The figures for the model card come from ``evaluate quotes``.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.evaluation import recorded
from factcheck.verdict import classifier, training
from factcheck.verdict.features import extract, extract_fame
from factcheck.verdict.sides import take_sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.evaluation.recorded import RecordedQuote
    from factcheck.verdict.classifier import FeatureSet, SupportVectorModel

SEED = 20210
CORPUS = Path("quotes") / "recorded_search_dev.jsonl"
MODELS = Path(classifier.__file__).parent / "models"


def labelled(quotes: Sequence[RecordedQuote], feature_set: FeatureSet) -> training.Labelled:
    """Training rows. Ours leaves out quotes of which nothing was found: the check answers those without the model,
    and learning from them would teach that absence is fake. FAME's form keeps them, as published.
    """
    import numpy as np

    groups = recorded.groups(quotes)
    kept = [i for i, quote in enumerate(quotes) if feature_set == "fame" or has_evidence(quote)]
    return training.Labelled(
        [features(quotes[i], feature_set) for i in kept],
        np.array([quotes[i].is_fake for i in kept]),
        np.array([groups[i] for i in kept]),
    )


def features(quote: RecordedQuote, feature_set: FeatureSet) -> dict[str, float]:
    """The features of one recorded quote."""
    return extract(quote.evidence, quote.claimed_author) if feature_set == "full" else extract_fame(quote.evidence)


def has_evidence(quote: RecordedQuote) -> bool:
    """Whether there is anything for the model to weigh."""
    return not take_sides(quote.evidence, quote.claimed_author).has_nothing


def train(data_dir: Path, feature_set: FeatureSet) -> SupportVectorModel:
    """One model from the recorded searches in a data folder."""
    path = data_dir / CORPUS
    rows = labelled(recorded.read(path), feature_set)
    return training.fit(rows, training.RECIPES[feature_set], seed=SEED, trained=_provenance(path, rows))


def _provenance(path: Path, rows: training.Labelled) -> dict[str, Any]:
    import numpy as np
    import sklearn

    return {
        "corpus": path.name,
        "corpus_sha256": recorded.sha256(path),
        "rows": len(rows.rows),
        "fake": int(rows.is_fake.sum()),
        "seed": SEED,
        "stance": "judged by a reader (recorded)",
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scikit-learn": sklearn.__version__,
        },
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both models."""
    parser = argparse.ArgumentParser(prog="factcheck.evaluation.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with quotes/recorded_search_dev.jsonl")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the model files go")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for feature_set in training.RECIPES:
        document = classifier.to_json(train(options.data, feature_set))
        file = options.out / f"{feature_set}.json"
        file.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        sys.stdout.write(f"{file}: {document['trained']['rows']} rows, {len(document['features'])} features\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
