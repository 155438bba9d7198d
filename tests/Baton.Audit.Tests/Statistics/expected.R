# What R's survival and cmprsk say of ten data sets. Run it to make the expected values anew:
#   Rscript expected.R > expected.csv
# Lines: data,<set>,<time>,<cause>,<group> and value,<set>,<what>,<key>,<number>. Cause 0 is still waiting.
suppressMessages({ library(survival); library(cmprsk) })
options(digits = 17, warn = -1)

set.seed(20260310)
competing <- function(n, rates, groups = 1, round = 1, censor = 0.02) {
  group <- rep(seq_len(groups), length.out = n)
  total <- sum(rates) * (0.6 + 0.4 * group)
  time <- ceiling(rexp(n, total) * 10^round) / 10^round
  cause <- sample(seq_along(rates), n, replace = TRUE, prob = rates)
  waiting <- ceiling(rexp(n, censor) * 10^round) / 10^round
  data.frame(time = pmin(time, waiting), cause = ifelse(time <= waiting, cause, 0), group = group)
}

sets <- list(
  replies   = competing(120, c(0.05, 0.02), groups = 2),
  ties      = competing(150, c(0.3, 0.1, 0.05), groups = 3, round = 0, censor = 0.1),
  small     = competing(7, c(0.1, 0.05), round = 2),
  nobounce  = competing(60, c(0.1), groups = 2, censor = 0.05),
  waiting   = data.frame(time = c(3, 5, 5, 8), cause = 0, group = 1),
  one       = data.frame(time = 4, cause = 1, group = 1),
  together  = data.frame(time = rep(2, 6), cause = c(1, 1, 2, 0, 1, 2), group = rep(1:2, 3)),
  half      = data.frame(time = c(1, 2, 3, 4, 6, 7), cause = c(1, 1, 1, 1, 0, 0), group = 1)[c(1, 2, 3, 5, 6, 6), ],
  lastdies  = data.frame(time = c(1, 2, 2, 3, 5, 8, 13), cause = c(1, 2, 1, 0, 1, 2, 1), group = c(1, 2, 1, 2, 1, 2, 1)),
  heavy     = competing(400, c(0.002, 0.001), groups = 4, round = 0, censor = 0.02)
)

say <- function(set, what, key, number) cat(sprintf("value,%s,%s,%s,%s\n", set, what, key, ifelse(is.na(number), "NA", sprintf("%.17g", number))), sep = "")

for (name in names(sets)) {
  d <- sets[[name]]
  cat(sprintf("data,%s,%.17g,%d,%d\n", name, d$time, as.integer(d$cause), as.integer(d$group)), sep = "")

  km <- survfit(Surv(time, cause > 0) ~ 1, data = d, conf.type = "log-log")
  say(name, "km.atrisk", km$time, km$n.risk)
  say(name, "km.survival", km$time, km$surv)
  say(name, "km.error", km$time, km$std.err)
  say(name, "km.lower", km$time, km$lower)
  say(name, "km.upper", km$time, km$upper)
  q <- quantile(km, probs = 0.5)
  say(name, "median", "value", as.numeric(q$quantile))
  say(name, "median", "lower", as.numeric(q$lower))
  say(name, "median", "upper", as.numeric(q$upper))

  times <- sort(unique(d$time))
  if (any(d$cause > 0)) {
    ci <- cuminc(d$time, d$cause)
    at <- timepoints(ci, times)
    for (cause in sort(unique(d$cause[d$cause > 0]))) {
      row <- paste("1", cause)
      f <- at$est[row, ]
      v <- at$var[row, ]
      say(name, paste0("cif", cause, ".value"), times, f)
      say(name, paste0("cif", cause, ".variance"), times, v)
      z <- qnorm(0.975)
      inside <- !is.na(f) & f > 0 & f < 1
      wide <- ifelse(inside, z * sqrt(v) / (f * log(f)), NA)
      say(name, paste0("cif", cause, ".lower"), times, ifelse(inside, f^exp(-wide), NA))
      say(name, paste0("cif", cause, ".upper"), times, ifelse(inside, f^exp(wide), NA))
    }
    if (length(unique(d$cause[d$cause > 0])) > 1) {
      aj <- survfit(Surv(time, factor(cause, 0:max(cause))) ~ 1, data = d)
      for (cause in seq_len(ncol(aj$pstate) - 1)) if (any(d$cause == cause)) say(name, paste0("aj", cause), aj$time, aj$pstate[, cause + 1])
    }
  }

  if (length(unique(d$group)) > 1 && any(d$cause > 0)) {
    lr <- survdiff(Surv(time, cause > 0) ~ group, data = d)
    say(name, "logrank", "chisq", lr$chisq)
    say(name, "logrank", "p", pchisq(lr$chisq, length(lr$n) - 1, lower.tail = FALSE))
    say(name, "logrank.expected", seq_along(lr$n), lr$exp)
    gray <- tryCatch(cuminc(d$time, d$cause, d$group)$Tests, error = function(e) NULL)
    if (!is.null(gray)) for (cause in rownames(gray)) {
      say(name, paste0("gray", cause), "chisq", gray[cause, "stat"])
      say(name, paste0("gray", cause), "p", gray[cause, "pv"])
    }
  }

  events <- sum(d$cause == 1)
  w <- prop.test(events, nrow(d), correct = FALSE)$conf.int
  say(name, "wilson", "lower", w[1])
  say(name, "wilson", "upper", w[2])
}
