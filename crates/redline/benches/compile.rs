//! Compiling 10 and 30 returns of a 20-page text: the model alone, and from the files' bytes. Run with
//! `cargo bench -p redline`.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use redline::compose::{Source, compose, plain_story};
use redline::draft::{DraftParagraph, DraftRun, DraftStyle, word_file};
use redline::{Submission, compile, in_parallel, open};

const WORDS: &str = "trafficking persons protection victims States coordination agencies assistance \
                     prosecution prevention partnership migration forced labour children women survivors \
                     referral mechanisms national regional international legal framework protocol the of \
                     and to in for with on by from that should shall must including through under within";

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn sentence(&mut self) -> String {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let length = 18 + self.below(18);
        let chosen: Vec<&str> = (0..length)
            .map(|_| words[self.below(words.len())])
            .collect();
        format!("{}.", chosen.join(" "))
    }
}

/// About 10,600 words in 400 paragraphs.
fn base() -> Vec<String> {
    let mut numbers = Numbers(1);
    (0..400).map(|_| numbers.sentence()).collect()
}

/// Thirty edits: words replaced, inserted and deleted, paragraphs added and removed.
fn returned(base: &[String], number: usize) -> Vec<String> {
    let mut numbers = Numbers(number as u64 + 100);
    let mut texts = base.to_vec();
    for edit in 0..30 {
        let at = numbers.below(texts.len());
        let mut words: Vec<String> = texts[at].split(' ').map(str::to_owned).collect();
        let word = numbers.below(words.len());
        match edit % 10 {
            0..=4 => words[word] = format!("word{}", numbers.below(9)),
            5 | 6 => words.insert(word, "duly".to_owned()),
            7 => drop(words.remove(word)),
            8 => {
                texts.insert(at, numbers.sentence());
                continue;
            }
            _ => {
                texts.remove(at);
                continue;
            }
        }
        texts[at] = words.join(" ");
    }
    texts
}

/// Everything rewritten, in the same number of paragraphs.
fn rewritten(base: &[String], number: usize) -> Vec<String> {
    let mut numbers = Numbers(number as u64 + 900);
    base.iter()
        .map(|text| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            let changed = words
                .into_iter()
                .enumerate()
                .map(|(index, word)| match index % 3 {
                    0 => format!("new{}", numbers.below(50)),
                    _ => word,
                });
            changed.collect::<Vec<_>>().join(" ")
        })
        .collect()
}

fn source(name: &str, texts: &[String]) -> Source {
    let story = plain_story(texts);
    Source {
        organisation: name.to_owned(),
        sha256: name.to_owned(),
        accept: story.clone().into(),
        reject: story.into(),
        ..Source::default()
    }
}

/// A file whose paragraphs are cut into runs of `words` words.
fn file(texts: &[String], words: usize) -> Vec<u8> {
    let paragraphs: Vec<DraftParagraph> = texts
        .iter()
        .map(|text| {
            let pieces: Vec<&str> = text.split_inclusive(' ').collect();
            let runs = pieces
                .chunks(words)
                .map(|piece| DraftRun::plain(piece.concat()))
                .collect();
            DraftParagraph {
                style: DraftStyle::Body,
                runs,
                mark: None,
            }
        })
        .collect();
    word_file(None, &paragraphs)
}

fn models(criterion: &mut Criterion) {
    let base_texts = base();
    let base = source("", &base_texts);
    for count in [10, 30] {
        let returns: Vec<Source> = (0..count)
            .map(|n| source(&format!("ORG {n}"), &returned(&base_texts, n)))
            .collect();
        criterion.bench_function(&format!("model of {count} returns"), |bench| {
            bench.iter(|| compose(&base, &returns));
        });
    }
    let returns: Vec<Source> = (0..10)
        .map(|n| source(&format!("ORG {n}"), &rewritten(&base_texts, n)))
        .collect();
    criterion.bench_function("model of 10 returns, every paragraph rewritten", |bench| {
        bench.iter(|| compose(&base, &returns));
    });
}

fn files(criterion: &mut Criterion) {
    let texts = base();
    for (name, words) in [("clean", 1000), ("split into runs", 3)] {
        let base = file(&texts, words);
        let returns: Vec<(String, Vec<u8>)> = (0..30)
            .map(|n| (format!("ORG {n}"), file(&returned(&texts, n), words)))
            .collect();
        criterion.bench_function(&format!("30 {name} files to the model"), |bench| {
            bench.iter_batched(
                || (),
                |()| {
                    let base = open(&base).expect("our own file");
                    let bytes: Vec<&[u8]> =
                        returns.iter().map(|(_, bytes)| bytes.as_slice()).collect();
                    let opened: Vec<_> = returns
                        .iter()
                        .zip(in_parallel(&bytes, |file| open(file)))
                        .map(|((name, _), opened)| (name.as_str(), opened.expect("our own file")))
                        .collect();
                    let submissions: Vec<Submission<'_>> = opened
                        .iter()
                        .map(|(organisation, document)| Submission {
                            organisation,
                            document,
                            sha256: organisation,
                        })
                        .collect();
                    compile(&base, "", &[], &submissions)
                },
                BatchSize::PerIteration,
            );
        });
    }
}

criterion_group!(benches, models, files);
criterion_main!(benches);
